import { z } from 'zod';

const moment = z.number().int().min(0);

/** What has been asked for and sent of a campaign's reminders, as it is stored, so that a restart sends nothing twice. */
export const reminderRecordSchema = z.strictObject({
  /** An organiser has stopped them. */
  stopped: z.boolean(),
  /** What an organiser has asked to be sent at once, and when. */
  asked: z.array(z.strictObject({ to: z.enum(['everybody', 'not-finished']), at: moment })),
  /** Persons who want to be told of the opening. */
  waiting: z.array(z.string()),
  /** Who is done with, by the key of the reminder: participant ids, or persons among those waiting. */
  sent: z.record(z.string(), z.array(z.string())),
  /** When a captain was last told of applicants, by participant id. */
  told: z.record(z.string(), moment),
});

export type ReminderRecord = z.infer<typeof reminderRecordSchema>;

export const emptyRecord: ReminderRecord = { stopped: false, asked: [], waiting: [], sent: {}, told: {} };
