import { randomId } from '../../random.ts';
import { dayOf } from '../calendar.ts';
import { type Campaign, levelsOf, phaseAt } from '../campaign.ts';
import type { Participant } from '../people/participant.ts';
import { type Attempt, writePaper } from './attempt.ts';
import { endOf } from './deadline.ts';
import { type Drawn, randomOf } from './paper.ts';
import type { BeginEvent } from './score-event.ts';

/** What a wish to begin comes to. */
export type Begin =
  | { outcome: 'begun'; event: BeginEvent }
  /** An attempt is under way; it is gone on with, on whatever device. */
  | { outcome: 'resumed'; attempt: Attempt }
  /** The button was that of an attempt which is over. */
  | { outcome: 'already-taken'; attempt: Attempt }
  | { outcome: 'not-open' | 'closed' | 'no-attempts-left' | 'no-items' }
  /** Its day has not come, or the level before it is not done. */
  | { outcome: 'level-locked' }
  /** The captain of the unit has not let them in. */
  | { outcome: 'not-admitted' };

/** Levels that the calendar has opened, from 0 to all. */
export function unlockedLevels(campaign: Campaign, now: number): number {
  const phase = phaseAt(campaign, now);
  if (phase !== 'open') return phase === 'closed' ? levelsOf(campaign) : 0;
  return Math.min(levelsOf(campaign), dayOf(now) - dayOf(campaign.window.opens) + 1);
}

/**
 * Attempt `number` of a level for a participant. Naming the number makes a second press, or a press on an old
 * message, find the attempt that the first has begun.
 * @param before every attempt of the participant in this campaign
 */
export function decideBegin(
  campaign: Campaign,
  wish: {
    participant: string;
    admitted: Participant['admitted'];
    level: number;
    number: number;
    now: number;
  },
  before: readonly Attempt[],
  draw: (random: () => number) => Drawn[],
): Begin {
  const { participant, level, number, now } = wish;
  if (wish.admitted !== 'yes') return { outcome: 'not-admitted' };
  const running = before.find((attempt) => endOf(attempt, campaign, now) === null);
  if (running) return { outcome: 'resumed', attempt: running };
  const taken = before.find((attempt) => attempt.level === level && attempt.number === number);
  if (taken) return { outcome: 'already-taken', attempt: taken };
  const phase = phaseAt(campaign, now);
  if (phase !== 'open') return { outcome: phase };
  const done = (of: number): number => before.filter((attempt) => attempt.level === of).length;
  if (level < 1 || level > unlockedLevels(campaign, now) || (level > 1 && done(level - 1) === 0))
    return { outcome: 'level-locked' };
  if (done(level) >= campaign.attempts.most) return { outcome: 'no-attempts-left' };
  const next = done(level) + 1;
  const random = randomOf(campaign.id, participant, level, next);
  const attempt = randomId(10, random);
  const paper = draw(random);
  if (paper.length === 0) return { outcome: 'no-items' };
  return {
    outcome: 'begun',
    event: {
      type: 'begin',
      at: now,
      campaign: campaign.id,
      attempt,
      participant,
      level,
      number: next,
      paper: writePaper(paper),
    },
  };
}
