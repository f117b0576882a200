import { createHash } from 'node:crypto';
import type { Bank } from '../../bank.ts';
import type { Item } from '../../bank-file.ts';
import { optionOrder } from '../../draw.ts';
import { questionType } from '../../questions/index.ts';
import { createRandom, type Random, shuffle } from '../../random.ts';
import type { Campaign, Row } from '../campaign.ts';

/** An item on a person's paper. */
export interface Drawn {
  item: string;
  /** Bank indexes of the options in the order shown. */
  order: number[];
  points: number;
}

/** The items that a campaign may draw. */
export function poolOf({ banks, books }: Pick<Campaign, 'banks' | 'books'>, bank: Bank): Item[] {
  return bank.items.filter(
    (item) =>
      (banks === undefined || banks.includes(bank.nameOf(item.id)!)) &&
      (books === undefined || (item.book !== null && item.book !== null && books.includes(item.book))),
  );
}

/** The same words give the same numbers on every machine. */
export function randomOf(...words: (string | number)[]): Random {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  const seed = [0, 4, 8, 12].map((place) => digest.readUInt32LE(place));
  return createRandom(seed as [number, number, number, number]);
}

/**
 * One person's paper: each row's count exactly, the books as evenly as they allow, no item twice.
 * Items of `avoid` (asked of this person before, or voided) are drawn only where no others are left.
 */
export function drawPaper(
  { paper, shuffle: shuffles }: Pick<Campaign, 'paper' | 'shuffle'>,
  pool: readonly Item[],
  avoid: ReadonlySet<string>,
  random: Random,
): Drawn[] {
  const taken = new Set<Item>();
  const ofBook = new Map<number | null, number>();
  const takeRow = (row: Row): { row: Row; item: Item }[] => {
    const spare = shuffle(pool.filter(fits(row)), random);
    return Array.from({ length: row.count }).flatMap(() => {
      let best: Item | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const item of spare) {
        if (taken.has(item)) continue;
        const cost = (ofBook.get(item.book) ?? 0) + (avoid.has(item.id) ? 1000 : 0);
        if (cost < least) [best, least] = [item, cost];
      }
      if (!best) return [];
      taken.add(best);
      ofBook.set(best.book, (ofBook.get(best.book) ?? 0) + 1);
      return [{ row, item: best }];
    });
  };
  // Rows without a difficulty come last: they must not take what a narrower row needs.
  const narrowFirst = [...paper.draw].sort((a, b) => Number(!a.difficulty) - Number(!b.difficulty));
  const chosen = narrowFirst.flatMap(takeRow);
  const place = (row: Row): number => paper.draw.indexOf(row);
  const inOrder = shuffles.items
    ? shuffle(chosen, random)
    : chosen.sort((a, b) => place(a.row) - place(b.row));
  return inOrder.map(({ row, item }) => ({
    item: item.id,
    order: optionOrder(item, shuffles.options && questionType(item.type).shuffled, random),
    points: row.points,
  }));
}

const fits =
  ({ type, difficulty }: Row) =>
  (item: Item): boolean =>
    item.type === type && (difficulty === undefined || item.difficulty === difficulty);
