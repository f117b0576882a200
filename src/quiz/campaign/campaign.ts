import { z } from 'zod';
import { questionKinds } from '../questions/index.ts';
import { readMoment } from './calendar.ts';

const line = z.string().trim().min(1);
const count = z.number().int().min(1);
/** Halves add up exactly in binary, so that nobody misses the pass mark by a rounding. */
const points = z.number().positive().max(100).multipleOf(0.5, 'points are whole or halves, like 2 or 2.5');

/** Written as `2026-09-01 08:00`, Asia/Shanghai; kept as milliseconds since 1970. */
const moment = line.transform((written, context) => {
  const at = readMoment(written);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'a moment is written like 2026-09-01 08:00 (Asia/Shanghai)' });
  return z.NEVER;
});

const unitSchema = z
  .union([line, z.strictObject({ name: line, district: line.optional(), headcount: count.optional() })])
  .transform((unit) => (typeof unit === 'string' ? { name: unit } : unit));

/** One line of the plan of a paper: so many items of a type (and a difficulty), each worth so many points. */
const rowSchema = z.strictObject({
  type: z.enum(questionKinds),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], 'a difficulty is 1, 2 or 3').optional(),
  count: count.max(200),
  points,
});

/** So many minutes before the opening or the close, to everybody or to those who have not finished. */
const reminderSchema = z.strictObject({
  before: z.enum(['opening', 'close']),
  minutes: count.max(60 * 24 * 60),
  to: z.enum(['everybody', 'not-finished']),
});

/** A contest or an exam as its YAML file says it. */
export const campaignSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,24}$/, 'an id is 2 to 24 characters a-z, 0-9 and -'),
  title: line,
  /** Stands on certificates, where its seal goes. */
  organiser: line.max(30).optional(),
  /** What the organiser tells those who take part. */
  notice: line.optional(),
  /** An exam never tells right from wrong before the paper is handed in. */
  mode: z.enum(['practice', 'exam']),
  /** Names of banks and numbers of books drawn from; all where left out. */
  banks: z.array(line).min(1).optional(),
  books: z.array(z.number().int().min(1).max(7)).min(1).optional(),
  /** With daily levels: the paper of one level. */
  paper: z.strictObject({ size: count.max(200), draw: z.array(rowSchema).min(1) }),
  limits: z
    .strictObject({
      paperMinutes: z.number().positive().max(1440).optional(),
      itemSeconds: z.number().int().min(5).max(3600).optional(),
    })
    .default({}),
  window: z.strictObject({ opens: moment, closes: moment }),
  /** Attempts at each level, and which of them counts. */
  attempts: z.strictObject({ most: count.max(99), counts: z.enum(['best', 'last']) }),
  /** In points of the whole campaign. */
  passMark: z.number().min(0),
  /** From the highest; a score below the last has no tier. */
  tiers: z.array(z.strictObject({ from: z.number().min(0), name: line })),
  shuffle: z
    .strictObject({ items: z.boolean().default(true), options: z.boolean().default(true) })
    .default({ items: true, options: true }),
  /** When keys and explanations are shown. Score, tier and rank are told once a paper is handed in, whatever stands here. */
  keys: z.enum(['after-item', 'after-finish', 'after-close']),
  audience: z.discriminatedUnion('kind', [
    /** Anybody; asked for a unit where there are units, which an anonymous campaign lets one leave out. */
    z.strictObject({
      kind: z.literal('open'),
      units: z.array(unitSchema).default([]),
      anonymous: z.boolean().default(false),
    }),
    /** Those on the imported roster, each by a single-use invite. */
    z.strictObject({ kind: z.literal('roster') }),
    /** Those whom the captain of the unit they choose lets in; captains stand on the roster, by unit. */
    z.strictObject({ kind: z.literal('captains'), units: z.array(unitSchema).min(1) }),
  ]),
  /** To those who take part, where the bot can write to them. */
  reminders: z.array(reminderSchema).max(20).default([]),
  /** 闯关: one level a calendar day, from the day of opening; a level missed may be made up until the close. */
  daily: z.strictObject({ days: count.max(100) }).optional(),
});

export type Campaign = z.infer<typeof campaignSchema>;
export type Row = Campaign['paper']['draw'][number];
export type Unit = z.infer<typeof unitSchema>;
export type Reminder = z.infer<typeof reminderSchema>;

export const levelsOf = ({ daily }: Pick<Campaign, 'daily'>): number => daily?.days ?? 1;

/** Points of a person who answers everything right. */
export function maximumOf(campaign: Pick<Campaign, 'paper' | 'daily'>): number {
  return levelsOf(campaign) * campaign.paper.draw.reduce((sum, row) => sum + row.count * row.points, 0);
}

/** The tier of a score; null below the last. */
export const tierOf = ({ tiers }: Pick<Campaign, 'tiers'>, score: number): string | null =>
  tiers.find(({ from }) => score >= from)?.name ?? null;

/** Where the window stands. Nothing is scheduled: this is asked of the clock at every press, so restarts change nothing. */
export function phaseAt({ window }: Pick<Campaign, 'window'>, now: number): 'not-open' | 'open' | 'closed' {
  if (now < window.opens) return 'not-open';
  return now < window.closes ? 'open' : 'closed';
}
