import { z } from 'zod';

const natural = z
  .string()
  .regex(/^(0|[1-9]\d{0,3})$/)
  .transform(Number);
const passageId = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/);
const guideId = z.string().regex(/^[a-z0-9-]{2,32}$/);
const sessionId = z.string().regex(/^[a-z0-9]{10}$/);

/** Every button's action, by its first field. Fields are joined by a colon. */
const actions = {
  /** Open a passage. */
  passage: z.tuple([passageId]),
  /** Run a command without arguments, or with one word. */
  command: z.tuple([z.enum(['help', 'services', 'quiz', 'score', 'law', 'privacy', 'forget', 'forget-yes'])]),
  /** A guide with its parts, and the topics of one part by its index. */
  guide: z.tuple([guideId]),
  part: z.tuple([guideId, natural]),
  /** Chapters of a book, or the articles of a chapter by its index. */
  book: z.tuple([natural]),
  chapter: z.tuple([natural, natural]),
  /** Begin practice of a book, 0 for a mixed paper. */
  begin: z.tuple([natural]),
  resume: z.tuple([sessionId]),
  /** Answer item n of a session with the displayed option; toggle and submit are for several options. */
  choose: z.tuple([sessionId, natural, natural]),
  toggle: z.tuple([sessionId, natural, natural]),
  submit: z.tuple([sessionId, natural]),
  next: z.tuple([sessionId, natural]),
  /** The wrong list of a finished session. */
  wrong: z.tuple([sessionId]),
} as const;

type Fields = { [K in keyof typeof actions]: z.infer<(typeof actions)[K]> };
export type Action = { [K in keyof Fields]: [kind: K, ...fields: Fields[K]] }[keyof Fields];

/** @throws RangeError over Telegram's 64 bytes, which is a defect of the caller */
export function writeAction(...action: Action): string {
  const written = action.join(':');
  if (Buffer.byteLength(written) > 64) throw new RangeError(`button action over 64 bytes: ${written}`);
  return written;
}

/** Null for anything that no button of ours can have carried. */
export function readAction(payload: string): Action | null {
  if (payload.length > 64) return null;
  const [kind, ...fields] = payload.split(':');
  if (kind === undefined || !Object.hasOwn(actions, kind)) return null;
  const parsed = actions[kind as keyof typeof actions].safeParse(fields);
  return parsed.success ? ([kind, ...parsed.data] as Action) : null;
}
