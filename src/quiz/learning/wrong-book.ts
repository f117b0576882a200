import type { Bank } from '../bank.ts';
import type { Item } from '../bank-file.ts';
import type { Trace } from './answered.ts';
import type { Review } from './review.ts';
import { hasGraduated } from './schedule.ts';

/** An item in a person's wrong-book. */
export interface Entry {
  item: Item;
  /** When it is to be reviewed, milliseconds since 1970; past where it is due. */
  due: number;
}

/**
 * 错题本: what was answered wrong and is not known again yet, first due first. Nothing of it is stored but what FSRS
 * knows after reviews: an item missed and never reviewed is due since it was missed, one missed again after its last
 * review likewise, any other as its review says. Items that graduate leave it until they are missed again; items that
 * the bank no longer holds are left out.
 */
export function wrongBook(
  traces: ReadonlyMap<string, Trace>,
  reviews: ReadonlyMap<string, Review>,
  bank: Bank,
): Entry[] {
  return [...new Set([...traces.keys(), ...reviews.keys()])]
    .flatMap((id): Entry[] => {
      const item = bank.item(id);
      const due = dueOf(traces.get(id)?.missedAt ?? null, reviews.get(id));
      return item && due !== null ? [{ item, due }] : [];
    })
    .sort((a, b) => a.due - b.due);
}

/** Null for an item that is not in the book. */
function dueOf(missedAt: number | null, review: Review | undefined): number | null {
  if (missedAt !== null && (!review || missedAt > review.lastReview)) return missedAt;
  return review && !hasGraduated(review) ? review.due : null;
}

/** Items of one review: few enough to be done standing in a queue. */
export const reviewRound = 10;

/** The entries to be reviewed now. */
export const dueEntries = (book: readonly Entry[], now: number): Entry[] =>
  book.filter(({ due }) => due <= now);
