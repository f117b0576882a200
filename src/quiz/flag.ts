import { z } from 'zod';

const moment = z.number().int().min(0);

/** 纠错: what a taker says is wrong with an item, as it is stored. */
export const flagSchema = z.strictObject({
  item: z.string(),
  /** Where it was met; null in practice. */
  campaign: z.string().nullable(),
  /** Who says it: one flag an item and person. Null after /forget. */
  person: z.string().min(1).nullable(),
  reason: z.enum(['key', 'stem', 'law', 'other']),
  at: moment,
  /** What an admin has made of it; null while it is open. */
  settled: z.strictObject({ at: moment, note: z.string() }).nullable(),
});

export type Flag = z.infer<typeof flagSchema>;
