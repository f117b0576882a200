import { type Campaign, maximumOf, tierOf } from '../campaign.ts';
import type { Attempt } from './attempt.ts';
import { endOf } from './deadline.ts';
import { type Rulings, scoreOf } from './marking.ts';

/** What counts of a participant's attempts, over all levels. */
export interface Result {
  participant: string;
  /** Points, at most `maximum`. */
  score: number;
  maximum: number;
  /** Time of the attempts that count, milliseconds. */
  tookMs: number;
  /** Levels that have an ended attempt. */
  levels: number;
  passed: boolean;
  tier: string | null;
  /** When the last attempt that counts ended. */
  endedAt: number;
}

/** An ended attempt in figures. */
export interface Ended {
  attempt: Attempt;
  score: number;
  tookMs: number;
  endedAt: number;
}

/** Null while it may still be answered. */
export function endedOf(attempt: Attempt, campaign: Campaign, rulings: Rulings, now: number): Ended | null {
  const endedAt = endOf(attempt, campaign, now);
  if (endedAt === null) return null;
  return { attempt, score: scoreOf(attempt, rulings), tookMs: endedAt - attempt.startedAt, endedAt };
}

/** Negative where `a` stands before `b`: the higher score, then the shorter time. */
export const compareResults = (
  a: Pick<Result, 'score' | 'tookMs'>,
  b: Pick<Result, 'score' | 'tookMs'>,
): number => b.score - a.score || a.tookMs - b.tookMs;

/** Which of one participant's attempts count: of each level the best that has ended, or the last. */
export function countedOf(
  campaign: Campaign,
  attempts: readonly Attempt[],
  rulings: Rulings,
  now: number,
): Ended[] {
  const counted = new Map<number, Ended>();
  for (const attempt of attempts) {
    const ended = endedOf(attempt, campaign, rulings, now);
    if (!ended) continue;
    const other = counted.get(attempt.level);
    const better =
      !other ||
      (campaign.attempts.counts === 'best'
        ? compareResults(ended, other) < 0
        : attempt.number > other.attempt.number);
    if (better) counted.set(attempt.level, ended);
  }
  return [...counted.values()];
}

/** The result of one participant's attempts; null before one has ended. */
export function resultOf(
  campaign: Campaign,
  attempts: readonly Attempt[],
  rulings: Rulings,
  now: number,
): Result | null {
  const all = countedOf(campaign, attempts, rulings, now);
  if (all.length === 0) return null;
  const score = all.reduce((sum, each) => sum + each.score, 0);
  return {
    participant: attempts[0]!.participant,
    score,
    maximum: maximumOf(campaign),
    tookMs: all.reduce((sum, each) => sum + each.tookMs, 0),
    levels: all.length,
    passed: score >= campaign.passMark,
    tier: tierOf(campaign, score),
    endedAt: Math.max(...all.map(({ endedAt }) => endedAt)),
  };
}

/** Every participant's result, in no order. */
export function resultsOf(
  campaign: Campaign,
  attempts: Iterable<Attempt>,
  rulings: Rulings,
  now: number,
): Result[] {
  const byParticipant = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const own = byParticipant.get(attempt.participant);
    if (own) own.push(attempt);
    else byParticipant.set(attempt.participant, [attempt]);
  }
  return [...byParticipant.values()].flatMap((own) => resultOf(campaign, own, rulings, now) ?? []);
}
