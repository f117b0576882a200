import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]{10}$/);
const moment = z.number().int().min(0);

/** A place on a campaign's roster, as it is stored. */
export const rosterEntrySchema = z.strictObject({
  id,
  unit: z.string().min(1),
  district: z.string().nullable(),
  /** At least one of the two names the person. */
  name: z.string().nullable(),
  staffNumber: z.string().nullable(),
  phone: z.string().nullable(),
  /** SHA-256 of the invite's token; the token itself is in the organiser's hands alone. */
  invite: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Somebody in a campaign, known to the ledger by this id only. */
export const participantSchema = z.strictObject({
  id,
  campaign: z.string(),
  /** Ids of channels that may answer as this participant; none after /forget. */
  persons: z.array(z.string().min(1)),
  /** The unit chosen or that of the roster; null for anonymous. */
  unit: z.string().nullable(),
  /** The place on the roster; null in open campaigns. */
  entry: id.nullable(),
  joinedAt: moment,
  /** As given to the captain who lets people in; null elsewhere. */
  name: z.string().min(1).nullable(),
  /** Whether the unit's captain has let them in; `yes` where nobody is asked. */
  admitted: z.enum(['yes', 'waiting', 'refused']),
  /** Units whose captain has said no. */
  refusedBy: z.array(z.string()).optional(),
  /** A keyed hash of browser and address at the time of joining, for hints only; null where the channel cannot tell. */
  device: z.string().nullable(),
  /** Wants no reminders. */
  muted: z.boolean(),
  /** A code that lets one more device in, once. */
  handover: z.strictObject({ code: z.string().regex(/^[0-9a-f]{64}$/), until: moment }).nullable(),
});

export type RosterEntry = z.infer<typeof rosterEntrySchema>;
export type Participant = z.infer<typeof participantSchema>;

/**
 * What is left of a participant when a person asks to be forgotten; null for nothing. The roster's results are its
 * office's.
 */
export function withoutPerson(participant: Participant, person: string): Participant | null {
  const persons = participant.persons.filter((other) => other !== person);
  if (persons.length > 0) return { ...participant, persons, handover: null };
  return participant.entry === null ? null : { ...participant, persons, device: null, handover: null };
}
