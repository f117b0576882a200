import type { Attempt } from '../campaign/paper/attempt.ts';
import { isRight, type Rulings } from '../campaign/paper/marking.ts';

/** Two persons of one unit who made the same mistakes more often than independent answers would. */
export interface SharedErrors {
  persons: [string, string];
  /** Items that both answered. */
  shared: number;
  /** Items that both have wrong. */
  errors: number;
  /** Of these, with the very same response. */
  same: number;
  /** As many would be expected. */
  expected: number;
  /** Probability of so many or more. */
  p: number;
}

/** A person's responses, over the papers that count. */
export interface Responses {
  person: string;
  /** By item: the options chosen, and whether they are right. */
  of: ReadonlyMap<string, { response: string; right: boolean }>;
}

/** Probability that honest answers lead to even one pair named in the whole campaign. */
const familyWise = 0.01;
/** Pairs grow with the square: 300 persons make 44,850. */
export const mostCompared = 300;
/** As in identicalAnswers: fewer may well be chance. */
const fewestSame = 3;

export function responsesOf(person: string, attempts: readonly Attempt[], rulings: Rulings): Responses {
  const of = new Map<string, { response: string; right: boolean }>();
  for (const asked of attempts.flatMap(({ items }) => items)) {
    if (!asked.answer || asked.picked.length === 0 || rulings.get(asked.item) === null) continue;
    of.set(asked.item, { response: asked.picked.join('.'), right: isRight(asked, rulings) });
  }
  return { person, of };
}

/**
 * Identical mistakes on the items that two persons share, whatever else is on their papers. Equal right answers say
 * little; of the items that both have wrong it is counted how often the wrong response is the same (D. Harpp and
 * J. Hogan 1993, Crime in the classroom, J. Chem. Educ. 70, 306–311: exact errors in common of errors in common; W.
 * Angoff 1974). If both answered by themselves, two who have item i wrong agree with probability q = Σ s², s being the
 * shares of its wrong responses in the whole campaign; the number of agreements is then a sum of independent trials
 * with these q (generalized binomial: W. van der Linden and L. Sotaridona 2006, Detecting answer copying when the
 * regular response process follows a known response model, JEBS 31, 283–304), however able the two are. Named are
 * pairs whose probability is below .01 divided by the pairs compared (Bonferroni). Items with one possible mistake
 * (判断) have q = 1 and weigh nothing. The persons' own responses are in the shares, which makes q rather too high.
 * @param units the persons of each unit; only persons of one unit are compared
 * @returns the pairs, most unlikely first, and how many persons stand in units too big to be compared
 */
export function sharedErrors(units: readonly (readonly Responses[])[]): {
  pairs: SharedErrors[];
  compared: number;
  notCompared: number;
} {
  const chance = agreement(units.flat());
  const small = units.filter(({ length }) => length <= mostCompared);
  const compared = small.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const pairs: SharedErrors[] = [];
  for (const unit of small) {
    const wrong = unit.map(({ of }) => [...of].filter(([, { right }]) => !right));
    for (let a = 0; a < unit.length; a++) {
      const mistakes = wrong[a]!;
      if (mistakes.length < fewestSame) continue;
      for (let b = a + 1; b < unit.length; b++) {
        if (wrong[b]!.length < fewestSame) continue;
        const other = unit[b]!.of;
        let same = 0;
        const both: number[] = [];
        for (const [item, { response }] of mistakes) {
          const theirs = other.get(item);
          if (!theirs || theirs.right) continue;
          both.push(chance.get(item)!);
          if (theirs.response === response) same += 1;
        }
        if (same < fewestSame) continue;
        const p = atLeast(same, both);
        if (p * compared >= familyWise) continue;
        pairs.push({
          persons: [unit[a]!.person, unit[b]!.person],
          shared: [...unit[a]!.of.keys()].filter((item) => other.has(item)).length,
          errors: both.length,
          same,
          expected: both.reduce((sum, q) => sum + q, 0),
          p,
        });
      }
    }
  }
  const notCompared = units.reduce((sum, { length }) => sum + (length > mostCompared ? length : 0), 0);
  return { pairs: pairs.sort((a, b) => a.p - b.p), compared, notCompared };
}

/** By item: the probability that two who have it wrong gave the same response. */
function agreement(all: readonly Responses[]): Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  for (const { of: responses } of all) {
    for (const [item, { response, right }] of responses) {
      if (right) continue;
      const of = counts.get(item) ?? new Map<string, number>();
      counts.set(item, of.set(response, (of.get(response) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].map(([item, of]) => {
      const wrong = [...of.values()].reduce((sum, n) => sum + n, 0);
      return [item, [...of.values()].reduce((sum, n) => sum + (n / wrong) ** 2, 0)];
    }),
  );
}

/** Probability of `least` successes or more in independent trials with these probabilities (Poisson binomial). */
export function atLeast(least: number, probabilities: readonly number[]): number {
  if (least === 0) return 1;
  // exactly[n] for n below `least`; what has reached it stays.
  const exactly: number[] = Array.from({ length: least + 1 }, (_, n) => (n === 0 ? 1 : 0));
  for (const q of probabilities) {
    for (let n = least; n >= 1; n--)
      exactly[n] = (n === least ? exactly[n]! : exactly[n]! * (1 - q)) + exactly[n - 1]! * q;
    exactly[0]! *= 1 - q;
  }
  return exactly[least]!;
}
