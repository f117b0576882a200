import { z } from 'zod';
import { operation } from '../operation.ts';

/** Keeps what an admin has made of the open flags on an item. */
export const settleFlags = operation({
  name: 'settle-flags',
  input: z.strictObject({
    item: z.string(),
    note: z.string().min(1),
    /** Nothing is wrong with the item. */
    rejected: z.boolean(),
  }),
  result: z.strictObject({ settled: z.number() }),
  async run({ item, note, rejected }, { store, now }) {
    return { settled: await store.flags.settle(item, { at: now(), note, rejected }) };
  },
});
