import { z } from 'zod';

const natural = z
  .string()
  .regex(/^(0|[1-9]\d{0,3})$/)
  .transform(Number);
const passageId = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/);
const guideId = z.string().regex(/^[a-z0-9-]{2,32}$/);
const campaignId = z.string().regex(/^[a-z0-9-]{2,24}$/);
const itemId = z.string().regex(/^[a-z0-9-]{1,32}$/);
const sessionId = z.string().regex(/^[a-z0-9]{10}$/);
const participantId = sessionId;

/** Every button's action, by its first field. Fields are joined by a colon. */
const actions = {
  /** Open a passage. */
  passage: z.tuple([passageId]),
  /** Run a command without arguments, or with one word. */
  command: z.tuple([
    z.enum([
      'help',
      'services',
      'quiz',
      'score',
      'wrong',
      'learn',
      'campaign',
      'law',
      'privacy',
      'forget',
      'forget-yes',
    ]),
  ]),
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
  /** Review what is due of the wrong-book. */
  review: z.tuple([]),
  /** A book on the learning path. */
  learn: z.tuple([natural]),
  /** Ask the bot about an item. */
  'ask-item': z.tuple([itemId]),
  /** 纠错: ask what is wrong with an item; say it by the place of the reason from 0. */
  'flag-item': z.tuple([itemId]),
  flag: z.tuple([itemId, natural]),
  /** A campaign; its units from a page on; joining with a unit by its place from 1, 0 for none. */
  campaign: z.tuple([campaignId]),
  'campaign-units': z.tuple([campaignId, natural]),
  'campaign-join': z.tuple([campaignId, natural]),
  /** Those who wait for a captain, from a page on; letting one in (1) or not (0). */
  'campaign-applicants': z.tuple([campaignId, natural]),
  'campaign-admit': z.tuple([campaignId, participantId, natural]),
  /** No reminders (1) or reminders again (0); telling of the opening (1) or not (0). */
  'campaign-mute': z.tuple([campaignId, natural]),
  'campaign-remind-me': z.tuple([campaignId, natural]),
  /** Begin attempt m of level n. */
  'campaign-begin': z.tuple([campaignId, natural, natural]),
  'campaign-ranks': z.tuple([campaignId]),
  /** The certificate of who has passed, as a picture (0) or a PDF (1). */
  'campaign-certificate': z.tuple([campaignId, natural]),
  /** What an organiser puts on a big screen. */
  'campaign-board': z.tuple([campaignId]),
  /** A code for going on on another device. */
  'campaign-handover': z.tuple([campaignId]),
  /** Item n of a campaign's paper, or the first open one after it; its answers as above. */
  'paper-item': z.tuple([sessionId, natural]),
  'paper-choose': z.tuple([sessionId, natural, natural]),
  'paper-toggle': z.tuple([sessionId, natural, natural]),
  'paper-submit': z.tuple([sessionId, natural]),
  /** 答题卡 of a paper while item n is being looked at, from a page on. */
  'paper-sheet': z.tuple([sessionId, natural, natural]),
  /** Hand in: 0 asks whether, 1 does it. */
  'paper-finish': z.tuple([sessionId, natural]),
  'paper-result': z.tuple([sessionId]),
  /** The items of a finished paper with their keys, from a page on. */
  'paper-review': z.tuple([sessionId, natural]),
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
