import { z } from 'zod';

const moment = z.number().int().min(0);

/** Why an item is flagged, in the order of the buttons. */
export const flagReasons = ['key', 'stem', 'law', 'other'] as const;

/** 纠错: what a taker says is wrong with an item, as it is stored. */
export const flagSchema = z.strictObject({
  item: z.string(),
  /** Where it was met; null in practice. */
  campaign: z.string().nullable(),
  /** Who says it: one flag an item and person. Null after /forget. */
  person: z.string().min(1).nullable(),
  reason: z.enum(flagReasons),
  at: moment,
  /** What an admin has made of it; null while it is open. */
  settled: z.strictObject({ at: moment, note: z.string(), rejected: z.boolean() }).nullable(),
});

export type Flag = z.infer<typeof flagSchema>;
export type FlagReason = Flag['reason'];

/** Open flags that a person may have: presses are hostile, and each is something for an admin to read. */
export const mostOpenFlags = 20;

/** What a flag comes to. */
export interface Flagged {
  outcome: 'flagged' | 'changed' | 'too-many';
  /** The flag to be kept in place of the person's earlier one on the item; null where nothing changes. */
  flag: Flag | null;
}

/**
 * A second flag on an item changes the reason; one that has been settled is opened again.
 * @param own every flag of the person
 */
export function decideFlag(
  wish: Pick<Flag, 'item' | 'campaign' | 'reason' | 'at'> & { person: string },
  own: readonly Flag[],
): Flagged {
  const open = own.filter(({ settled }) => settled === null);
  const before = open.find(({ item }) => item === wish.item);
  if (before?.reason === wish.reason) return { outcome: 'changed', flag: null };
  if (!before && open.length >= mostOpenFlags) return { outcome: 'too-many', flag: null };
  return { outcome: before ? 'changed' : 'flagged', flag: { ...wish, settled: null } };
}

/** Where flags are kept. Every promise resolves after all that it tells of, or has changed, is on disk. */
export interface FlagStore {
  /** Keeps the flag that `decide` gives, in place of the person's earlier one on the item; it sees all of theirs. */
  flag(person: string, decide: (own: readonly Flag[]) => Flagged): Promise<Flagged>;
  flags(): Promise<readonly Flag[]>;
  /** Settles the open flags on an item. @returns how many there were */
  settle(item: string, settled: NonNullable<Flag['settled']>): Promise<number>;
}
