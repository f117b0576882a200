import { z } from 'zod';
import { participantSchema, rosterEntrySchema } from '../quiz/campaign/people/participant.ts';
import { reminderRecordSchema } from '../quiz/campaign/reminders/reminder-record.ts';
import { flagSchema } from '../quiz/flag.ts';
import { reviewSchema } from '../quiz/learning/review.ts';
import { sessionSchema } from '../quiz/session.ts';
import { corrupt } from './json-file.ts';

const byId = <S extends z.ZodType<{ id: string }>>(schema: S) =>
  z
    .record(z.string(), schema)
    .refine((table) => Object.entries(table).every(([id, row]) => id === row.id), 'an id is not its key');

const version = 3;

const dataSchema = z.strictObject({
  version: z.literal(version),
  sessions: byId(sessionSchema),
  participants: byId(participantSchema),
  /** By campaign. */
  rosters: z.record(z.string(), z.array(rosterEntrySchema)),
  flags: z.array(flagSchema),
  /** By person and item. */
  reviews: z.record(z.string(), z.record(z.string(), reviewSchema)),
  /** By campaign. */
  reminders: z.record(z.string(), reminderRecordSchema),
});

/** What the JSON file holds. */
export type Data = z.infer<typeof dataSchema>;

export const emptyData = (): Data => ({
  version,
  sessions: {},
  participants: {},
  rosters: {},
  flags: [],
  reviews: {},
  reminders: {},
});

/** From each earlier version to the next. */
const migrations: Record<number, (data: object) => object> = {
  1: (data) => ({ ...data, version: 2, participants: {}, rosters: {} }),
  2: (data) => ({
    ...data,
    version: 3,
    participants: Object.fromEntries(
      Object.entries((data as { participants?: Record<string, object> }).participants ?? {}).map(
        ([id, participant]) => [
          id,
          { ...participant, name: null, admitted: 'yes', device: null, muted: false },
        ],
      ),
    ),
    flags: [],
    reviews: {},
    reminders: {},
  }),
};

/** Records of this version or an earlier one; null for none. @throws BadInput for anything else */
export function readData(file: string, raw: unknown): Data | null {
  if (raw === null) return null;
  const parsed = dataSchema.safeParse(migrated(raw));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw corrupt(
    file,
    `does not hold quiz records of version ${version} or before (${path.join('.')}: ${message})`,
    parsed.error,
  );
}

function migrated(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return raw;
  const migrate = migrations[raw.version as number];
  return migrate ? migrated(migrate(raw)) : raw;
}
