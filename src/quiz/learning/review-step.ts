import type { Step } from '../session.ts';
import type { Trace } from './answered.ts';
import type { Review } from './review.ts';
import { afterReview } from './schedule.ts';

/** An item with what FSRS knows of it now. */
export interface Reviewed {
  item: string;
  review: Review;
}

/** A step on item `n` of a session of reviews, and what is then known of the item. Only a recorded answer reviews. */
export function withReview(
  step: Step,
  n: number,
  before: ReadonlyMap<string, Review>,
  traces: ReadonlyMap<string, Trace>,
): Step & { reviewed: Reviewed | null } {
  const asked = step.session.items[n];
  if (step.outcome !== 'recorded' || step.session.mode !== 'review' || !asked?.answer)
    return { ...step, reviewed: null };
  const { item, answer } = asked;
  const missedAt = traces.get(item)?.missedAt ?? null;
  const review = afterReview(before.get(item) ?? null, missedAt, answer.right, answer.at);
  return { ...step, reviewed: { item, review } };
}
