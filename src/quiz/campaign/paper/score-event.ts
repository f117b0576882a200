import { z } from 'zod';

const index = z.number().int().min(0);
const id = z.string().regex(/^[a-z0-9]{10}$/);
/** Options as one digit each, 0 to 9 and on to p for the 26th: `20` is the third and the first. */
const options = z.string().regex(/^[0-9a-p]*$/);
const event = <K extends string, S extends z.ZodRawShape>(type: K, shape: S) =>
  /** `at`: when it took effect, milliseconds since 1970 by the server's clock. */
  z.strictObject({ type: z.literal(type), at: index, ...shape });

/** Everything that makes or changes a score, as the ledger keeps it. Persons appear by participant ids only. */
export const scoreEventSchema = z.discriminatedUnion('type', [
  event('begin', {
    campaign: z.string(),
    attempt: id,
    participant: id,
    level: z.number().int().min(1),
    /** From 1 within the level. */
    number: z.number().int().min(1),
    /** `item:options in the order shown:points`. */
    paper: z.array(z.string().regex(/^[^:]+:[0-9a-p]+:[\d.]+$/)).min(1),
  }),
  /** An item with a time limit is first shown. */
  event('show', { attempt: id, n: index }),
  /** `right` by the key of that moment; a later ruling may change what it is worth. */
  event('answer', { attempt: id, n: index, picked: options, right: z.boolean() }),
  /** An item's time ran out. */
  event('miss', { attempt: id, n: index }),
  event('finish', { attempt: id, by: z.enum(['last-answer', 'hand-in', 'time', 'close']) }),
  /** An item is voided (null: whoever was asked has its points) or gets another key. */
  event('rule', {
    campaign: z.string(),
    item: z.string(),
    key: options.nullable(),
    reason: z.string(),
    /** Attempts whose score it changed when it was made, and by how many points together. */
    changed: index,
    points: z.number(),
  }),
]);

export type ScoreEvent = z.infer<typeof scoreEventSchema>;
export type BeginEvent = Extract<ScoreEvent, { type: 'begin' }>;
export type RuleEvent = Extract<ScoreEvent, { type: 'rule' }>;
/** What happens within an attempt that has begun. */
export type AttemptEvent = Exclude<ScoreEvent, BeginEvent | RuleEvent>;
