import type { Taker } from './material.ts';

/** Who chose what of one item, over the papers that count. */
export interface Choices {
  item: string;
  /** Papers on which it stood. */
  asked: number;
  /** Left open or run out of time. */
  blank: number;
  /** By option as the bank lists them, from 0: how many chose it (of items with several keys one may choose several). */
  chosen: number[];
  /** The same among the strong and the weak who were asked. */
  strong: Group;
  weak: Group;
}

interface Group {
  asked: number;
  chosen: number[];
}

/**
 * Upper and lower 27 percent by score, as they tell most of an item (T. Kelley 1939, The selection of upper and lower
 * groups for the validation of test items, J. Educational Psychology 30, 17–24). Who stands on the border with others
 * of that score is in.
 */
const tail = 0.27;

/** By item, void ones with them. */
export function choicesOf(takers: readonly Taker[]): Map<string, Choices> {
  const score = ({ standing }: Taker): number => standing!.score;
  const sorted = takers.map(score).sort((a, b) => a - b);
  const place = Math.max(0, Math.ceil(sorted.length * tail) - 1);
  const low = sorted[place] ?? 0;
  const high = sorted[sorted.length - 1 - place] ?? 0;
  const all = new Map<string, Choices>();
  for (const taker of takers) {
    for (const asked of taker.counted.flatMap(({ attempt }) => attempt.items)) {
      const of = all.get(asked.item) ?? empty(asked.item);
      all.set(asked.item, of);
      // Ticks that were never submitted are no answer.
      const picked = asked.answer ? asked.picked : [];
      of.asked += 1;
      if (picked.length === 0) of.blank += 1;
      count(of.chosen, picked);
      for (const [group, member] of [
        [of.strong, high > low && score(taker) >= high],
        [of.weak, high > low && score(taker) <= low],
      ] as const) {
        if (!member) continue;
        group.asked += 1;
        count(group.chosen, picked);
      }
    }
  }
  return all;
}

const empty = (item: string): Choices => ({
  item,
  asked: 0,
  blank: 0,
  chosen: [],
  strong: { asked: 0, chosen: [] },
  weak: { asked: 0, chosen: [] },
});

function count(of: number[], picked: readonly number[]): void {
  for (const option of picked) {
    while (of.length <= option) of.push(0);
    of[option]! += 1;
  }
}
