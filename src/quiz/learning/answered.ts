import type { Campaign } from '../campaign/campaign.ts';
import type { Attempt } from '../campaign/paper/attempt.ts';
import { endOf } from '../campaign/paper/deadline.ts';
import { showsKeys } from '../campaign/paper/keys.ts';
import { isRight, type Rulings } from '../campaign/paper/marking.ts';
import { isFinished } from '../score.ts';
import type { Session } from '../session.ts';

/** One answer of a person whose key they may know. */
export interface Answered {
  item: string;
  right: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** What a person's answers come to for one item. */
export interface Trace {
  /** Whether the last answer was right, and when it was given. */
  right: boolean;
  at: number;
  missedAt: number | null;
}

/** Of practice and papers once they are finished, of reviews as they go: each of those is stored by itself. */
export function answersOfSession(session: Session): Answered[] {
  if (!isFinished(session) && session.mode !== 'review') return [];
  return session.items.flatMap(({ item, answer }) => (answer ? [{ item, ...answer }] : []));
}

/**
 * Of a paper that has ended and whose keys may be shown, by what has been ruled since. Voided items tell nothing, and
 * neither do those that were left open.
 */
export function answersOfAttempt(
  attempt: Attempt,
  campaign: Campaign,
  rulings: Rulings,
  now: number,
): Answered[] {
  if (endOf(attempt, campaign, now) === null || !showsKeys(campaign, now)) return [];
  return attempt.items.flatMap((asked) => {
    const { item, answer, picked } = asked;
    if (!answer || picked.length === 0 || rulings.get(item) === null) return [];
    return [{ item, right: isRight(asked, rulings), at: answer.at }];
  });
}

/** By item. */
export function traceOf(answers: Iterable<Answered>): Map<string, Trace> {
  const traces = new Map<string, Trace>();
  for (const { item, right, at } of answers) {
    const before = traces.get(item);
    const last = before && before.at > at ? before : { right, at };
    const missedAt = Math.max(before?.missedAt ?? -1, right ? -1 : at);
    traces.set(item, { right: last.right, at: last.at, missedAt: missedAt < 0 ? null : missedAt });
  }
  return traces;
}
