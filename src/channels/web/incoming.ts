import { z } from 'zod';

/** The body of a turn: a question or command, or a press of a button. */
const turnBody = z.union([
  z.strictObject({ text: z.string().max(4000) }),
  z.strictObject({ press: z.string().max(64) }),
]);

type TurnBody = z.infer<typeof turnBody>;

/** Null for anything else, however malformed. */
export function readTurnBody(body: unknown): TurnBody | null {
  return turnBody.safeParse(body).data ?? null;
}
