import type { Campaign } from '../campaign/campaign.ts';
import { type Attempt, openItem } from '../campaign/paper/attempt.ts';
import { deadlineOf, endOf } from '../campaign/paper/deadline.ts';
import type { RosterEntry } from '../campaign/people/participant.ts';
import type { Material, Taker } from './material.ts';

/** How far somebody has come. */
export type Progress =
  | 'never-joined'
  /** The captain has not let them in yet, or has refused. */
  | 'waiting'
  | 'refused'
  | 'not-begun'
  | 'under-way'
  /** Time ran out on every paper of theirs before it was all answered; what was answered counts. */
  | 'unfinished'
  | 'finished';

/** Whether it was answered to the end, or handed in by its taker. */
const isCompleted = (attempt: Attempt, campaign: Campaign): boolean =>
  openItem(attempt) === null ||
  (attempt.finishedAt !== null && attempt.finishedAt < deadlineOf(attempt, campaign));

export function progressOf({ participant, attempts }: Taker, campaign: Campaign, now: number): Progress {
  if (attempts.some((attempt) => isCompleted(attempt, campaign))) return 'finished';
  if (attempts.some((attempt) => endOf(attempt, campaign, now) === null)) return 'under-way';
  if (attempts.length > 0) return 'unfinished';
  return participant.admitted === 'yes' ? 'not-begun' : participant.admitted;
}

/** Somebody who was expected and has not finished. */
export interface NonParticipant {
  progress: Exclude<Progress, 'finished'>;
  /** Null for who has never joined. */
  taker: Taker | null;
  /** Null where there is no roster. */
  entry: RosterEntry | null;
  /** Items answered of the last paper; null before one is begun. */
  answered: { of: number; items: number } | null;
}

/** Those of the roster, and those who have joined, that have not finished a paper: by how far they came, in its order. */
export function nonParticipants({ campaign, now, roster, takers }: Material): NonParticipant[] {
  const holders = new Set(takers.map(({ participant }) => participant.entry));
  const absent = roster
    .filter(({ id }) => !holders.has(id))
    .map((entry): NonParticipant => ({ progress: 'never-joined', taker: null, entry, answered: null }));
  const short = takers.flatMap((taker): NonParticipant[] => {
    const progress = progressOf(taker, campaign, now);
    if (progress === 'finished') return [];
    const last = taker.attempts.at(-1);
    const answered = last && {
      of: last.items.length,
      items: last.items.filter(({ answer, picked }) => answer && picked.length > 0).length,
    };
    return [{ progress, taker, entry: taker.entry, answered: answered ?? null }];
  });
  const place = ({ progress }: NonParticipant): number => order.indexOf(progress);
  return [...absent, ...short].sort((a, b) => place(a) - place(b));
}

const order: readonly Progress[] = [
  'never-joined',
  'waiting',
  'refused',
  'not-begun',
  'under-way',
  'unfinished',
];
