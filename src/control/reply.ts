import { z } from 'zod';
import { BadInput, Outage } from '../errors.ts';

/** What the running bot answers to an operation. */
export const replySchema = z.union([
  z.strictObject({ result: z.unknown() }),
  z.strictObject({
    badInput: z.strictObject({ file: z.string(), line: z.number().optional(), problem: z.string() }),
  }),
  z.strictObject({ outage: z.string() }),
]);

export type Reply = z.infer<typeof replySchema>;

/** An expected error as a reply; null for any other. */
export function replyOf(error: unknown): Reply | null {
  if (error instanceof BadInput) {
    const { file, line } = error.place;
    return { badInput: { file, ...(line !== undefined && { line }), problem: error.problem } };
  }
  return error instanceof Outage ? { outage: error.message } : null;
}

/** The result of a reply. @throws BadInput or Outage as the operation threw it */
export function resultOf(reply: Reply): unknown {
  if ('badInput' in reply) {
    const { file, line, problem } = reply.badInput;
    throw new BadInput({ file, ...(line !== undefined && { line }) }, problem);
  }
  if ('outage' in reply) throw new Outage(reply.outage);
  return reply.result;
}
