import type { RuleEvent } from '../../src/quiz/campaign/paper/score-event.ts';
import { decideRedeem, hashToken } from '../../src/quiz/campaign/people/invite.ts';
import type { Participant } from '../../src/quiz/campaign/people/participant.ts';
import { withSent } from '../../src/quiz/campaign/reminders/reminder.ts';
import { decideFlag } from '../../src/quiz/flag.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import type { Data } from '../../src/store/data.ts';

/** What is on disk, next to answers. */
export interface Records {
  data: Data;
  rules: readonly RuleEvent[];
}

/** One change that a bot acknowledges, done once for an id (ten characters of a–z and 0–9). */
interface Change {
  keep(store: QuizStore, id: string): Promise<unknown>;
  /** How often it stands in the records: once, where it was acknowledged. */
  count(records: Records, id: string): number;
}

const campaign = 'records';
const at = 1;
const person = (id: string): string => `telegram:${id}`;
const applicant = (id: string): string => [...id].reverse().join('');
const held = ({ data }: Records, id: string, fits: (participant: Participant) => boolean): number =>
  Object.values(data.participants).filter((each) => each.id === id && fits(each)).length;

/** In the order in which one life goes through them. */
export const changes: Record<string, Change> = {
  roster: {
    keep: ({ campaigns }, id) =>
      campaigns.changeRoster(campaign, (before) => [
        ...before,
        { id, unit: '甲', district: null, name: id, staffNumber: null, phone: null, invite: hashToken(id) },
      ]),
    count: ({ data }, id) => data.rosters[campaign]?.filter((entry) => entry.id === id).length ?? 0,
  },
  redeem: {
    keep: ({ campaigns }, id) =>
      campaigns.redeem(hashToken(id), person(id), (presented) =>
        decideRedeem(presented, { person: person(id), participant: id, now: at }),
      ),
    count: (records, id) => held(records, id, ({ entry }) => entry === id),
  },
  mute: {
    keep: ({ campaigns }, id) => campaigns.changeParticipant(id, (before) => ({ ...before, muted: true })),
    count: (records, id) => held(records, id, ({ muted }) => muted),
  },
  apply: {
    keep: ({ campaigns }, id) =>
      campaigns.apply('captains', person(id), () => ({
        outcome: 'applied',
        participant: {
          ...{ id: applicant(id), campaign: 'captains', persons: [person(id)], unit: '甲', entry: null },
          ...{ joinedAt: at, name: id, admitted: 'waiting', device: null, muted: false, handover: null },
        },
      })),
    count: (records, id) => held(records, applicant(id), ({ name }) => name === id),
  },
  admit: {
    keep: ({ campaigns }, id) =>
      campaigns.admit(applicant(id), (before) => ({
        outcome: 'admitted',
        participant: { ...before, admitted: 'yes' },
      })),
    count: (records, id) => held(records, applicant(id), ({ admitted }) => admitted === 'yes'),
  },
  flag: {
    keep: ({ flags }, id) =>
      flags.flag(person(id), (own) =>
        decideFlag({ item: id, campaign: null, reason: 'key', at, person: person(id) }, own),
      ),
    count: ({ data }, id) => data.flags.filter(({ item }) => item === id).length,
  },
  settle: {
    keep: ({ flags }, id) => flags.settle(id, { at, note: '改了', rejected: false }),
    count: ({ data }, id) => data.flags.filter(({ item, settled }) => item === id && settled).length,
  },
  practice: {
    keep: (store, id) =>
      store.add(
        {
          ...{ id, person: person(id), mode: 'review', book: null, startedAt: at, finishedAt: null },
          items: [{ item: 'a', order: [0, 1], picked: [], answer: null }],
        },
        null,
      ),
    count: ({ data }, id) => Number(data.sessions[id] !== undefined),
  },
  review: {
    keep: (store, id) =>
      store.change(id, (session) => ({
        session: { ...session, finishedAt: at },
        reviewed: {
          item: 'a',
          review: {
            due: 9,
            stability: 2,
            difficulty: 5,
            scheduledDays: 3,
            reps: 1,
            lapses: 0,
            lastReview: at,
          },
        },
      })),
    count: ({ data }, id) =>
      Number(data.sessions[id]?.finishedAt === at && data.reviews[person(id)]?.a?.reps === 1),
  },
  reminder: {
    keep: ({ campaigns }, id) =>
      campaigns.changeReminders(campaign, (record) => withSent(record, [{ key: 'opened', whom: id }])),
    count: ({ data }, id) => data.reminders[campaign]?.sent.opened?.filter((whom) => whom === id).length ?? 0,
  },
  ruling: {
    keep: ({ campaigns }, id) =>
      campaigns.rule(campaign, () => ({
        ...{ type: 'rule', at, campaign, item: id, key: null, reason: '题干有误', changed: 0, points: 0 },
      })),
    count: ({ rules }, id) => rules.filter(({ item }) => item === id).length,
  },
};
