import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import { dayOf, midnightOf } from '../campaign/calendar.ts';
import type { Review } from './review.ts';

/**
 * FSRS-6 with the weights that it ships (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm), to
 * be asked when nine of ten are still known. Without learning steps: the explanation has just been read, and to be
 * asked again after ten minutes wants a person who keeps sitting there; the next day is soon enough. Without fuzz: the
 * same answers give the same days.
 */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

/** An item whose last interval is this long is known, and no longer asked. */
const graduatesAtDays = 60;

/**
 * What is known of an item after it was reviewed at `now`: right is rated Good, wrong Again.
 * @param before null at its first review
 * @param missedAt when it was last answered wrong outside reviews: where that is later than the last review, it was
 * forgotten then, whatever comes of this review
 */
export function afterReview(
  before: Review | null,
  missedAt: number | null,
  right: boolean,
  now: number,
): Review {
  const missed = before && missedAt !== null && missedAt > before.lastReview;
  const known = missed ? rated(before, false, missedAt) : before;
  return rated(known, right, now);
}

function rated(before: Review | null, right: boolean, now: number): Review {
  // A clock that was set back must not make less than no time pass.
  const at = Math.max(now, before?.lastReview ?? 0);
  const { card } = scheduler.next(cardOf(before, at), asLocal(at), right ? Rating.Good : Rating.Again);
  return {
    due: midnightOf(dayOf(at) + card.scheduled_days),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    lastReview: at,
  };
}

/**
 * Whether an item may leave the book. With 60 days until the next review, nine of ten will still know it two months
 * from now, which outlasts the run-up to an examination; from a first wrong answer it takes four reviews in a row
 * answered right, over about ten weeks. To be asked for years about one item would be asking too much.
 */
export const hasGraduated = ({ scheduledDays }: Review): boolean => scheduledDays >= graduatesAtDays;

function cardOf(review: Review | null, now: number): Card {
  if (!review) return createEmptyCard(asLocal(now));
  return {
    due: asLocal(review.due),
    stability: review.stability,
    difficulty: review.difficulty,
    elapsed_days: 0,
    scheduled_days: review.scheduledDays,
    learning_steps: 0,
    reps: review.reps,
    lapses: review.lapses,
    state: State.Review,
    last_review: asLocal(review.lastReview),
  };
}

/** ts-fsrs counts days by the calendar of UTC, people by that of Shanghai: nine in the evening to seven is a day. */
const asLocal = (at: number): Date => new Date(at - midnightOf(0));
