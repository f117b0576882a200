import { z } from 'zod';

/** What has been sent of a campaign's reminders, as it is stored, so that a restart sends nothing twice. */
export const reminderRecordSchema = z.strictObject({
  /** An organiser has stopped them. */
  stopped: z.boolean(),
  /** Participant ids by the key of the reminder. */
  sent: z.record(z.string(), z.array(z.string())),
});

export type ReminderRecord = z.infer<typeof reminderRecordSchema>;
