import type { Bank } from '../../src/quiz/bank.ts';
import type { Item } from '../../src/quiz/bank-file.ts';
import { type Campaign, campaignSchema } from '../../src/quiz/campaign/campaign.ts';
import type { Certificate } from '../../src/quiz/campaign/certificate/certificate.ts';
import {
  type AttemptStep,
  choose,
  type Setting,
  show,
  submit,
  toggle,
} from '../../src/quiz/campaign/paper/answering.ts';
import { type Attempt, attemptOf } from '../../src/quiz/campaign/paper/attempt.ts';
import { decideBegin } from '../../src/quiz/campaign/paper/begin.ts';
import { drawPaper, poolOf } from '../../src/quiz/campaign/paper/paper.ts';
import { itemOf } from './items.ts';

/** Draws a certificate as its words. */
export const certificateDrawing = {
  publicUrl: 'https://mingbai.test',
  drawCertificate: async (certificate: Certificate, format: 'png' | 'pdf') => ({
    bytes: Buffer.from(JSON.stringify({ ...certificate, format })),
    lacking: [...(certificate.holder ?? '')].filter((character) => character === '𠮷'),
  }),
};

type Written = Parameters<typeof campaignSchema.parse>[0] & Record<string, unknown>;

/** 08:00 on the first day of the window of `campaignOf`. */
export const opening = Date.parse('2026-09-01T08:00:00+08:00');

/** A sound campaign of three single, one multiple and one judge item. */
export function campaignOf(rest: Record<string, unknown> = {}): Campaign {
  const written: Written = {
    id: 'spring',
    title: '春季竞赛',
    mode: 'practice',
    paper: {
      size: 5,
      draw: [
        { type: 'single', count: 3, points: 20 },
        { type: 'multiple', count: 1, points: 20 },
        { type: 'judge', count: 1, points: 20 },
      ],
    },
    limits: { paperMinutes: 10 },
    window: { opens: '2026-09-01 08:00', closes: '2026-09-10 24:00' },
    attempts: { most: 2, counts: 'best' },
    passMark: 60,
    tiers: [
      { from: 90, name: '优秀' },
      { from: 60, name: '合格' },
    ],
    keys: 'after-item',
    audience: { kind: 'open', units: ['历下区', '市中区'], anonymous: true },
    ...rest,
  };
  return campaignSchema.parse(written);
}

/** `each` items of every type, book (1 to 7) and difficulty. */
export function bankItems(each: number): Item[] {
  const kinds = ['single', 'multiple', 'judge'] as const;
  return kinds.flatMap((type) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((book) =>
      ([1, 2, 3] as const).flatMap((difficulty) =>
        Array.from({ length: each }, (_, i) =>
          itemOf(`${type}-${book}-${difficulty}-${i}`, { type, book, difficulty }),
        ),
      ),
    ),
  );
}

/** Attempt 1 of `participant`, begun at the opening. */
export function begunAttempt(
  campaign: Campaign,
  bank: Bank,
  participant = 'aaaaaaaaaa',
  rest: { level?: number; number?: number; now?: number; before?: Attempt[] } = {},
): Attempt {
  const { level = 1, number = 1, now = opening, before = [] } = rest;
  const wish = { participant, admitted: 'yes' as const, level, number, now };
  const begin = decideBegin(campaign, wish, before, (random) =>
    drawPaper(campaign, poolOf(campaign, bank), new Set(), random),
  );
  if (begin.outcome !== 'begun') throw new Error(begin.outcome);
  return attemptOf(begin.event);
}

/** Answers item `n` through the presses of its type, right or wrong. */
export function answerItem(attempt: Attempt, n: number, right: boolean, setting: Setting): AttemptStep {
  const asked = attempt.items[n]!;
  const item = setting.bank.item(asked.item)!;
  const place = (option: number): number => asked.order.indexOf(option);
  const wrong = item.options.findIndex((_, option) => !item.answer.includes(option));
  const shown = show(attempt, n, setting);
  if (shown.outcome !== 'shown') return shown;
  if (item.type !== 'multiple') {
    const step = choose(shown.attempt, n, place(right ? item.answer[0]! : wrong), setting);
    return { ...step, events: [...shown.events, ...step.events] };
  }
  const options = right ? item.answer : [item.answer[0]!, wrong];
  const ticks = item.options.flatMap((_, i) => (options.includes(i) === asked.picked.includes(i) ? [] : [i]));
  const ticked = ticks.reduce((at, option) => toggle(at, n, place(option), setting).attempt, shown.attempt);
  const step = submit(ticked, n, setting);
  return { ...step, events: [...shown.events, ...step.events] };
}

/** A whole attempt answered a second an item; `right` says which items. */
export function playedAttempt(
  attempt: Attempt,
  campaign: Campaign,
  bank: Bank,
  right: (n: number) => boolean,
): Attempt {
  return attempt.items.reduce(
    (at, _, n) =>
      answerItem(at, n, right(n), { campaign, bank, now: attempt.startedAt + 1000 * (n + 1) }).attempt,
    attempt,
  );
}
