import type { Review } from '../quiz/learning/review.ts';
import type { Reviewed } from '../quiz/learning/review-step.ts';
import type { Data } from './data.ts';

/** What FSRS knows, over a table by person and item that is changed in place; the caller commits. */
export function createReviews(reviews: Data['reviews']) {
  return {
    of: (person: string): ReadonlyMap<string, Review> =>
      new Map(Object.hasOwn(reviews, person) ? Object.entries(reviews[person]!) : []),
    put(person: string, { item, review }: Reviewed): void {
      if (!Object.hasOwn(reviews, person)) reviews[person] = {};
      reviews[person]![item] = review;
    },
    forget(person: string): void {
      delete reviews[person];
    },
  };
}

export type Reviews = ReturnType<typeof createReviews>;
