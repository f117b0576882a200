import { writeMoment } from '../calendar.ts';
import type { Campaign, Reminder } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import { unlockedLevels } from '../paper/begin.ts';
import { endOf } from '../paper/deadline.ts';
import type { Participant } from '../people/participant.ts';
import type { ReminderRecord } from './reminder-record.ts';

/** What is to be said: before the opening or the close, what an organiser has asked for, or that it has opened. */
export type ReminderKind = Reminder['before'] | 'asked' | 'opened';

/** A message that somebody is to get now. */
export interface Due {
  kind: ReminderKind;
  /** The reminder among all of its campaign. */
  key: string;
  /** Whom the record notes: a participant, or a person among those waiting for the opening. */
  whom: string;
  /** Channels' ids that may be told, the latest first. One is enough. */
  persons: readonly string[];
}

interface Timed {
  kind: ReminderKind;
  key: string;
  to: Reminder['to'];
  /** From when and until when it is of use. */
  at: number;
  until: number;
}

/** What an organiser asks for is said within a day or not at all. */
const askedForMs = 24 * 3600_000;

/**
 * Who gets which reminder at this moment. Nobody gets one twice, nor after what it speaks of has come, nor for a
 * moment before they joined; one whose moment passed while the bot was down comes late, unless a later one of its kind
 * is due as well. The muted, the refused and those who wait to be let in get none.
 * @param attempts all of the campaign
 */
export function dueReminders(
  campaign: Campaign,
  participants: readonly Participant[],
  attempts: readonly Attempt[],
  record: ReminderRecord,
  now: number,
): Due[] {
  if (record.stopped) return [];
  const finished = new Set(
    attempts.filter((attempt) => isFinished(attempt, campaign, now)).map(({ participant }) => participant),
  );
  return [
    ...currentReminders(campaign, record, now).flatMap(({ kind, key, to, at }) => {
      const done = new Set(record.sent[key]);
      return participants
        .filter(
          (participant) =>
            mayBeReminded(participant) &&
            participant.joinedAt <= at &&
            !done.has(participant.id) &&
            !(to === 'not-finished' && finished.has(participant.id)),
        )
        .map(({ id, persons }): Due => ({ kind, key, whom: id, persons: persons.toReversed() }));
    }),
    ...openedFor(campaign, participants, record, now),
  ];
}

export const mayBeReminded = ({ admitted, muted, persons }: Participant): boolean =>
  admitted === 'yes' && !muted && persons.length > 0;

/** Has ended an attempt of the latest level that is open: whoever has not may still take it. */
export const isFinished = (attempt: Attempt, campaign: Campaign, now: number): boolean =>
  attempt.level === unlockedLevels(campaign, now) && endOf(attempt, campaign, now) !== null;

/** The reminders in force, of each kind the one whose moment came last. */
export function currentReminders(campaign: Campaign, record: ReminderRecord, now: number): Timed[] {
  const { opens, closes } = campaign.window;
  const planned = campaign.reminders.map(({ before, minutes, to }): Timed => {
    const until = before === 'opening' ? opens : closes;
    const at = until - minutes * 60_000;
    return { kind: before, key: `${before} ${minutes} ${writeMoment(until)}`, to, at, until };
  });
  const asked = record.asked.map(
    ({ to, at }): Timed => ({
      kind: 'asked',
      key: `asked ${at}`,
      to,
      at,
      until: Math.min(closes, at + askedForMs),
    }),
  );
  const latest = new Map<ReminderKind, Timed>();
  for (const each of [...planned, ...asked]) {
    if (now < each.at || now >= each.until) continue;
    const other = latest.get(each.kind);
    if (!other || each.at >= other.at) latest.set(each.kind, each);
  }
  return [...latest.values()];
}

/** Those who have asked to be told of the opening, and have not been refused or muted it since. */
function openedFor(
  { window }: Campaign,
  participants: readonly Participant[],
  { waiting, sent }: ReminderRecord,
  now: number,
): Due[] {
  if (now < window.opens || now >= window.closes) return [];
  const silent = participants.filter(({ muted, admitted }) => muted || admitted === 'refused');
  const done = new Set([...(sent[openedKey] ?? []), ...silent.flatMap(({ persons }) => persons)]);
  return waiting
    .filter((person) => !done.has(person))
    .map((person) => ({ kind: 'opened', key: openedKey, whom: person, persons: [person] }));
}

const openedKey = 'opened';

/** The record with those who are done with, whether or not they could be reached. */
export function withSent(record: ReminderRecord, done: readonly Pick<Due, 'key' | 'whom'>[]): ReminderRecord {
  const sent = { ...record.sent };
  for (const { key, whom } of done) sent[key] = [...(sent[key] ?? []), whom];
  return { ...record, sent };
}
