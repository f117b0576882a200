import { z } from 'zod';
import { operation } from '../operation.ts';

/** Takes up banks and campaigns as they are on disk. */
export const reload = operation({
  name: 'reload',
  input: z.strictObject({}),
  result: z.strictObject({
    items: z.number(),
    campaigns: z.number(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    pools: z.array(z.strictObject({ campaign: z.string(), before: z.number(), after: z.number() })),
  }),
  run: (_, { content }) => content.reload(),
});
