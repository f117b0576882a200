import type { Item } from './bank-file.ts';
import type { QuestionKind } from './questions/index.ts';
import { type Random, shuffle } from './random.ts';

/** What a paper is made of. Weights are shares of any scale; the books share the paper evenly. */
export interface Plan {
  size: number;
  books: readonly number[];
  kinds: Readonly<Record<QuestionKind, number>>;
  difficulties: Readonly<Record<Item['difficulty'], number>>;
}

/** Which items to draw first. */
export interface Preference {
  /** 0 for those that are wanted most. */
  tier(item: string): 0 | 1 | 2;
  /** When the item was asked last, 0 for never: within a tier the longest ago comes first. */
  askedAt(item: string): number;
}

const noPreference: Preference = { tier: () => 0, askedAt: () => 0 };

/**
 * Items for a paper, in the order in which they are asked, none twice. The book of each place is kept
 * while the book has items left; then its type, then what is preferred, then its difficulty, as nearly as can be.
 * Fewer than `size` only where the books hold fewer.
 */
export function draw(
  items: readonly Item[],
  plan: Plan,
  random: Random,
  { tier, askedAt }: Preference = noPreference,
): Item[] {
  const fitting = items.filter((item) => item.book !== null && plan.books.includes(item.book));
  const spare = new Set(shuffle(fitting, random).sort((a, b) => askedAt(a.id) - askedAt(b.id)));
  const size = Math.min(plan.size, spare.size);
  const books = places(
    size,
    plan.books.map((book) => [book, 1]),
    random,
  );
  const kinds = places(size, Object.entries(plan.kinds) as [QuestionKind, number][], random);
  const difficulties = places(
    size,
    Object.entries(plan.difficulties).map(([d, share]) => [Number(d), share]),
    random,
  );
  return books.map((book, i) => {
    const misfit = (item: Item): number =>
      (item.book === book ? 0 : 100) +
      (item.type === kinds[i] ? 0 : 10) +
      tier(item.id) * 3 +
      Math.abs(item.difficulty - difficulties[i]!);
    const best = [...spare].reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
    spare.delete(best);
    return best;
  });
}

/** `size` places shared out by weight; the largest remainders, ties at random, take what is left; then shuffled. */
function places<T>(size: number, weights: readonly (readonly [T, number])[], random: Random): T[] {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = shuffle(weights, random).map(([value, weight]) => ({
    value,
    exact: (size * weight) / total,
  }));
  const counted = shares.flatMap(({ value, exact }) => Array<T>(Math.floor(exact)).fill(value));
  const remainders = shares.sort((a, b) => (b.exact % 1) - (a.exact % 1)).map(({ value }) => value);
  return shuffle([...counted, ...remainders.slice(0, size - counted.length)], random);
}

/** The order in which an item's options are shown: bank indexes by place. */
export function optionOrder(item: Item, shuffled: boolean, random: Random): number[] {
  const order = item.options.map((_, i) => i);
  return shuffled ? shuffle(order, random) : order;
}
