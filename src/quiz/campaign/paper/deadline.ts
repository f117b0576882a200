import type { Campaign } from '../campaign.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/**
 * How long after a deadline an answer still counts. A press made in time may come late: TCP sends a lost packet again
 * after one second, then after two more (RFC 6298, section 2), so that two losses in a row cost three seconds.
 */
export const graceMs = 3000;

type Limits = Pick<Campaign, 'limits' | 'window'>;

/** When a paper ends: by its own time or with the campaign, whichever is first. */
export function deadlineOf(attempt: Pick<Attempt, 'startedAt'>, { limits, window }: Limits): number {
  return Math.min(
    window.closes,
    attempt.startedAt + (limits.paperMinutes ?? Number.POSITIVE_INFINITY) * 60_000,
  );
}

/** When the item must be answered; null without a time limit, or before it is shown. */
export function itemDeadlineOf({ shownAt }: AttemptItem, { limits }: Limits): number | null {
  return shownAt === null || limits.itemSeconds === undefined ? null : shownAt + limits.itemSeconds * 1000;
}

/**
 * When an attempt ended: with its last answer, or at its deadline once that and the grace are past. Null while it may
 * still be answered. Computed, so that nothing has to run at the deadline.
 */
export function endOf(attempt: Attempt, campaign: Limits, now: number): number | null {
  const deadline = deadlineOf(attempt, campaign);
  if (attempt.finishedAt !== null) return Math.min(attempt.finishedAt, deadline);
  return now > deadline + graceMs ? deadline : null;
}
