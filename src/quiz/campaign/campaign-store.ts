import type { AttemptStep } from './paper/answering.ts';
import type { Attempt } from './paper/attempt.ts';
import type { Begin } from './paper/begin.ts';
import type { Rulings } from './paper/marking.ts';
import type { RuleEvent } from './paper/score-event.ts';
import type { Admit } from './people/applicants.ts';
import type { Apply } from './people/apply.ts';
import type { Presented, Redeem } from './people/invite.ts';
import type { Participant, RosterEntry } from './people/participant.ts';
import type { ReminderRecord } from './reminders/reminder-record.ts';

/**
 * Where the people of campaigns and their attempts are kept. Every promise resolves after all that it tells of, or has
 * changed, is on disk; ticks that are not submitted are in memory alone. Functions that are handed in are pure, and
 * nothing comes between what they see and what they change.
 * @throws Outage where the store cannot write
 */
export interface CampaignStore {
  /** Who a person is in a campaign. */
  participant(campaign: string, person: string): Promise<Participant | null>;
  participantById(id: string): Promise<Participant | null>;
  participants(campaign: string): Promise<Participant[]>;
  /** Adds the participant that a person is, or gives the one that they are already. */
  join(person: string, participant: Participant): Promise<Participant>;
  changeParticipant(
    id: string,
    change: (participant: Participant) => Participant,
  ): Promise<Participant | null>;
  /** What an invite or a handover code, given by its hash, comes to for a person. */
  redeem(code: string, person: string, decide: (presented: Presented) => Redeem): Promise<Redeem>;
  /** What a wish to be let in by a captain comes to. @param decide is given who the person is already, and everybody */
  apply(
    campaign: string,
    person: string,
    decide: (own: Participant | null, all: readonly Participant[]) => Apply,
  ): Promise<Apply>;
  /** A captain's decision on an applicant; null where there is no such participant. */
  admit(applicant: string, decide: (applicant: Participant) => Admit): Promise<Admit | null>;
  roster(campaign: string): Promise<readonly RosterEntry[]>;
  /** Who holds a place is in its unit from then on. @param joined ids of the entries that somebody holds */
  changeRoster(
    campaign: string,
    change: (roster: readonly RosterEntry[], joined: ReadonlySet<string>) => RosterEntry[],
  ): Promise<void>;

  reminders(campaign: string): Promise<ReminderRecord>;
  changeReminders(
    campaign: string,
    change: (record: ReminderRecord) => ReminderRecord,
  ): Promise<ReminderRecord>;

  attempt(id: string): Promise<Attempt | null>;
  attemptsOf(participant: string): Promise<Attempt[]>;
  attempts(campaign: string): Promise<Attempt[]>;
  /** Null where there is no such attempt. */
  change<T extends Pick<AttemptStep, 'attempt' | 'events'>>(
    id: string,
    step: (attempt: Attempt) => T,
  ): Promise<T | null>;
  /** @param decide is given every attempt of the participant */
  begin(
    participant: string,
    decide: (before: readonly Attempt[]) => Begin,
  ): Promise<Begin & { attempt?: Attempt }>;
  rulings(campaign: string): Promise<Rulings>;
  /** Records a ruling on an item; null records nothing. */
  rule(
    campaign: string,
    decide: (attempts: readonly Attempt[], rulings: Rulings) => RuleEvent | null,
  ): Promise<RuleEvent | null>;
}
