import { z } from 'zod';

/** The body of a turn: a question or command, a press of a button, or what was typed into a field with its command. */
const turnBody = z.union([
  z.strictObject({ text: z.string().max(4000) }),
  z
    .strictObject({
      command: z
        .string()
        .regex(/^\/[a-z-]+( \S+)*$/)
        .max(100),
      text: z.string().max(400),
    })
    .transform(({ command, text }) => ({ text: `${command} ${text}` })),
  z.strictObject({ press: z.string().max(64) }),
]);

export type TurnBody = z.infer<typeof turnBody>;

/** Null for anything else, however malformed. */
export function readTurnBody(body: unknown): TurnBody | null {
  return turnBody.safeParse(body).data ?? null;
}
