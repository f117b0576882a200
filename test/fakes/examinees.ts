import type { Bank } from '../../src/quiz/bank.ts';
import type { Item } from '../../src/quiz/bank-file.ts';
import type { Campaign } from '../../src/quiz/campaign/campaign.ts';
import type { Attempt } from '../../src/quiz/campaign/paper/attempt.ts';
import type { Random } from '../../src/quiz/random.ts';
import { begunAttempt } from './campaign.ts';

/** Ids as participants have them, from 0. */
export const personId = (n: number): string => `p${String(n).padStart(9, '0')}`;

/** From −1 to 1 by the words of an id, so that an item is as hard for everybody. */
const trait = (id: string, salt: number): number => {
  let h = 2166136261 ^ salt;
  for (const c of id) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return ((h >>> 8) % 2001) / 1000 - 1;
};

/** A standard normal number (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Wrong responses of an item: each of the others, or for several keys, keys with one exchanged, left out or added. */
function mistakes({ type, options, answer }: Item): number[][] {
  const wrong = options.flatMap((_, i) => (answer.includes(i) ? [] : [i]));
  if (type !== 'multiple') return wrong.map((option) => [option]);
  return [
    ...wrong.map((option) => [...answer, option].sort((a, b) => a - b)),
    ...answer.map((left) => answer.filter((option) => option !== left)),
  ];
}

/**
 * Somebody who answers by themselves: right with the probability of the Rasch model; when wrong, mistakes are the more
 * attractive the earlier they stand (weights 1, 1/2, 1/3 …). An answer takes 5 to 25 seconds.
 */
export function honestAttempt(
  campaign: Campaign,
  bank: Bank,
  participant: string,
  random: Random,
  ability = normal(random),
): Attempt {
  const begun = begunAttempt(campaign, bank, participant);
  let at = begun.startedAt;
  const items = begun.items.map((asked) => {
    const item = bank.item(asked.item)!;
    at += 5000 + Math.floor(random() * 20_000);
    const right = random() < 1 / (1 + Math.exp(-(ability - 1.2 * trait(item.id, 1))));
    return { ...asked, picked: right ? item.answer : oneOf(mistakes(item), random), answer: { right, at } };
  });
  return { ...begun, items, finishedAt: at };
}

function oneOf<T>(list: readonly T[], random: Random): T {
  const weights = list.map((_, i) => 1 / (i + 1));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, each] of list.entries()) {
    left -= weights[i]!;
    if (left < 0) return each;
  }
  return list.at(-1)!;
}

/** The same answers to the items that both were asked. */
export function copied(attempt: Attempt, from: Attempt): Attempt {
  const known = new Map(from.items.map((asked) => [asked.item, asked]));
  return {
    ...attempt,
    items: attempt.items.map((asked) => {
      const theirs = known.get(asked.item);
      return theirs
        ? { ...asked, picked: theirs.picked, answer: { ...asked.answer!, right: theirs.answer!.right } }
        : asked;
    }),
  };
}
