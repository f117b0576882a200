import type { Asked } from '../../session.ts';
import type { Drawn } from './paper.ts';
import type { AttemptEvent, BeginEvent } from './score-event.ts';

/** An item on a paper that is being answered. A missed item has an answer without options. */
export interface AttemptItem extends Asked {
  points: number;
  /** When an item with a time limit was first shown. */
  shownAt: number | null;
}

/** One way of a participant through one paper. Made and changed by score events alone, picks apart. */
export interface Attempt {
  id: string;
  campaign: string;
  participant: string;
  level: number;
  /** From 1 within the level. */
  number: number;
  items: readonly AttemptItem[];
  startedAt: number;
  finishedAt: number | null;
}

/** A drawn paper as the ledger writes it; read back by `attemptOf`. */
export const writePaper = (paper: readonly Drawn[]): string[] =>
  paper.map(({ item, order, points }) => `${item}:${writeOptions(order)}:${points}`);

/** Options as the ledger writes them, a digit each. */
export const writeOptions = (options: readonly number[]): string =>
  options.map((option) => option.toString(36)).join('');

export const readOptions = (digits: string): number[] =>
  [...digits].map((digit) => Number.parseInt(digit, 36));

export function attemptOf({ attempt, at, paper, type: _, ...rest }: BeginEvent): Attempt {
  const items = paper.map((drawn): AttemptItem => {
    const [item, order, points] = drawn.split(':') as [string, string, string];
    return {
      item,
      order: readOptions(order),
      points: Number(points),
      shownAt: null,
      picked: [],
      answer: null,
    };
  });
  return { id: attempt, ...rest, items, startedAt: at, finishedAt: null };
}

type Changes = {
  [K in AttemptEvent['type']]: (attempt: Attempt, event: Extract<AttemptEvent, { type: K }>) => Attempt;
};

const changes: Changes = {
  show: (attempt, { n, at }) => withItem(attempt, n, { shownAt: at }),
  answer: (attempt, { n, picked, right, at }) =>
    withItem(attempt, n, { picked: readOptions(picked), answer: { right, at } }),
  miss: (attempt, { n, at }) => withItem(attempt, n, { picked: [], answer: { right: false, at } }),
  finish: (attempt, { at }) => ({ ...attempt, finishedAt: at }),
};

/** The one way in which attempts change, in play and when the ledger is replayed: both come to the same. */
export function applyEvent(attempt: Attempt, event: AttemptEvent): Attempt {
  const change = changes[event.type] as (attempt: Attempt, event: AttemptEvent) => Attempt;
  return change(attempt, event);
}

export const withItem = (attempt: Attempt, n: number, change: Partial<AttemptItem>): Attempt => ({
  ...attempt,
  items: attempt.items.with(n, { ...attempt.items[n]!, ...change }),
});

/** The first unanswered item from `n` on, then from the first; null where all are answered. */
export function openItem({ items }: Attempt, n = 0): number | null {
  for (let step = 0; step < items.length; step++) {
    const place = (n + step) % items.length;
    if (!items[place]!.answer) return place;
  }
  return null;
}
