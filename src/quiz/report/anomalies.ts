import type { Attempt, AttemptItem } from '../campaign/paper/attempt.ts';
import { isRight, type Rulings } from '../campaign/paper/marking.ts';

/**
 * Something unusual for a person to look at. None of these proves anything: colleagues learn from one sheet, quick
 * readers know an item by heart, families share a telephone.
 */
export type Hint =
  /** Attempts that gave the same response to the same items, so many of them wrong by the key as it stands now. */
  | { kind: 'identical-answers'; attempts: string[]; shared: number; wrong: number }
  /** Answers within a second of the one before. */
  | { kind: 'fast-answers'; attempt: string; fast: number; of: number }
  /** Of one address and one make of browser, which an office behind one router has in common. */
  | { kind: 'like-devices'; device: string; participants: string[] };

/** Whether its taker answered it; an item that ran out of time has an answer without options. */
const isGiven = ({ answer, picked }: AttemptItem): boolean => answer !== null && picked.length > 0;

/** Fewer shared wrong answers than this may well be chance. */
const fewestWrong = 3;
/** A stem of 40 characters takes a quick reader (10 characters a second) four seconds. */
const fastMs = 1000;
const fewestFast = 3;

/**
 * Equal right answers say little, since what is right is the same for all; equal wrong ones do (W. Angoff 1974, The
 * development of statistical indices for detecting cheaters, JASA 69). Only whole papers of the same items are compared.
 */
export function identicalAnswers(attempts: Iterable<Attempt>, rulings: Rulings): Hint[] {
  const vectors = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const vector = attempt.items
      .map((asked) => `${asked.item}=${isGiven(asked) ? asked.picked.join('.') : '-'}`)
      .sort()
      .join(' ');
    const same = vectors.get(vector);
    if (same) same.push(attempt);
    else vectors.set(vector, [attempt]);
  }
  return [...vectors.values()].flatMap((same): Hint[] => {
    const persons = new Set(same.map(({ participant }) => participant));
    const wrong = same[0]!.items.filter((asked) => isGiven(asked) && !isRight(asked, rulings)).length;
    if (persons.size < 2 || wrong < fewestWrong) return [];
    return [
      { kind: 'identical-answers', attempts: same.map(({ id }) => id), shared: same[0]!.items.length, wrong },
    ];
  });
}

/** Attempts with several answers that came sooner than the item can be read. */
export function fastAnswers(attempts: Iterable<Attempt>): Hint[] {
  return [...attempts].flatMap((attempt): Hint[] => {
    const times = attempt.items.flatMap((asked) => (isGiven(asked) ? asked.answer!.at : []));
    times.sort((a, b) => a - b);
    const fast = times.filter((at, i) => at - (times[i - 1] ?? attempt.startedAt) < fastMs).length;
    return fast < fewestFast ? [] : [{ kind: 'fast-answers', attempt: attempt.id, fast, of: times.length }];
  });
}

/** @param seen with which device (as a channel can tell, hashed) each participant joined */
export function likeDevices(seen: Iterable<{ device: string; participant: string }>): Hint[] {
  const of = new Map<string, Set<string>>();
  for (const { device, participant } of seen) of.set(device, (of.get(device) ?? new Set()).add(participant));
  return [...of].flatMap(([device, participants]): Hint[] =>
    participants.size < 2 ? [] : [{ kind: 'like-devices', device, participants: [...participants] }],
  );
}
