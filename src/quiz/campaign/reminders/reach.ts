import type { Campaign, Reminder } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import type { Participant, RosterEntry } from '../people/participant.ts';
import { isFinished, mayBeReminded } from './reminder.ts';

/** Whom a reminder sent now would reach, and whom not, in numbers. */
export interface Reach {
  /** Participants it is for. */
  due: number;
  /** Of these, those the bot can write to; null where it is not known. */
  reachable: number | null;
  muted: number;
  /** On the roster, never joined: the bot knows nothing of them. */
  neverJoined: number;
}

export function reachOf(
  campaign: Campaign,
  to: Reminder['to'],
  {
    participants,
    attempts,
    roster,
  }: {
    participants: readonly Participant[];
    attempts: readonly Attempt[];
    roster: readonly RosterEntry[];
  },
  reaches: ((person: string) => boolean) | null,
  now: number,
): Reach {
  const finished = new Set(
    attempts.filter((attempt) => isFinished(attempt, campaign, now)).map(({ participant }) => participant),
  );
  const meant = participants.filter(({ id }) => to === 'everybody' || !finished.has(id));
  const due = meant.filter(mayBeReminded);
  const joined = new Set(participants.map(({ entry }) => entry));
  return {
    due: due.length,
    reachable: reaches && due.filter(({ persons }) => persons.some(reaches)).length,
    muted: meant.filter(({ muted }) => muted).length,
    neverJoined: roster.filter(({ id }) => !joined.has(id)).length,
  };
}
