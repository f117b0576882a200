import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import type { Campaign } from '../../../../src/quiz/campaign/campaign.ts';
import type { Participant } from '../../../../src/quiz/campaign/people/participant.ts';
import { type Due, dueReminders, withSent } from '../../../../src/quiz/campaign/reminders/reminder.ts';
import { emptyRecord, type ReminderRecord } from '../../../../src/quiz/campaign/reminders/reminder-record.ts';
import { bankItems, begunAttempt, campaignOf, opening, playedAttempt } from '../../../fakes/campaign.ts';
import { participantOf } from '../../../store/campaign-store.contract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bank = createBank(bankItems(2));
const campaign = campaignOf({
  reminders: [
    { before: 'opening', minutes: 60, to: 'everybody' },
    { before: 'close', minutes: 24 * 60, to: 'everybody' },
    { before: 'close', minutes: 60, to: 'not-finished' },
  ],
});
const { closes } = campaign.window;
const early = (id: string, rest: Partial<Participant> = {}): Participant =>
  participantOf(id, `telegram:${id}`, { joinedAt: opening - 2 * day, ...rest });
const done = early('aaaaaaaaaa');
const begun = early('bbbbbbbbbb');
const idle = early('cccccccccc');
const attemptsAt = (now: number) =>
  now <= opening
    ? []
    : [
        playedAttempt(begunAttempt(campaign, bank, done.id), campaign, bank, () => true),
        begunAttempt(campaign, bank, begun.id, { now: Math.min(now, closes) - minute }),
      ];

const due = (now: number, record: Partial<ReminderRecord> = {}, over: Partial<Campaign> = {}): string[] =>
  dueReminders(
    { ...campaign, ...over },
    [done, begun, idle],
    attemptsAt(now),
    { ...emptyRecord, ...record },
    now,
  ).map(({ kind, whom }) => `${kind} ${whom[0]}`);

describe('reminders due', () => {
  const everybody = (kind: string): string[] => [`${kind} a`, `${kind} b`, `${kind} c`];
  it.each<[string, number, string[]]>([
    ['before their moment', opening - hour - 1, []],
    ['at their moment', opening - hour, everybody('opening')],
    ['late, as long as it has not opened', opening - 1, everybody('opening')],
    ['not after the opening', opening, []],
    ['a day before the close', closes - day, everybody('close')],
    [
      'an hour before it only to who has not finished, and not the earlier one as well',
      closes - hour,
      ['close b', 'close c'],
    ],
    ['not after the close', closes, []],
  ])('%s', (_, now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  it('are none for the muted, the waiting, the refused, the forgotten and who joined after their moment', () => {
    const others = [
      early('dddddddddd', { muted: true }),
      early('eeeeeeeeee', { admitted: 'waiting' }),
      early('ffffffffff', { admitted: 'refused' }),
      early('gggggggggg', { persons: [] }),
      early('hhhhhhhhhh', { joinedAt: opening - hour + 1 }),
    ];
    expect(dueReminders(campaign, others, [], emptyRecord, opening - minute)).toEqual([]);
  });

  it('stop as a whole, and come again for a close that was moved', () => {
    const now = closes - day;
    expect(
      due(now, { stopped: true, waiting: ['telegram:9'], asked: [{ to: 'everybody', at: now }] }),
    ).toEqual([]);
    const all = dueReminders(campaign, [idle], [], emptyRecord, now);
    const record = withSent(emptyRecord, all);
    expect(dueReminders(campaign, [idle], [], record, now)).toEqual([]);
    const moved = { ...campaign, window: { opens: opening, closes: closes + 3 * day } };
    expect(dueReminders(moved, [idle], [], record, now)).toEqual([]);
    expect(dueReminders(moved, [idle], [], record, now + 3 * day)).toHaveLength(1);
  });

  it('are sent when an organiser asks, to whom they ask, within a day or not at all', () => {
    const at = opening + 3 * day;
    const asked = { asked: [{ to: 'not-finished' as const, at }] };
    expect(due(at, asked)).toEqual(['asked b', 'asked c']);
    expect(due(at + day - 1, asked)).toEqual(['asked b', 'asked c']);
    expect(due(at + day, asked)).toEqual([]);
  });

  it('tell those who wanted it that it has opened, once', () => {
    const waiting = ['telegram:8', 'telegram:9'];
    expect(
      due(opening - 1, { waiting, sent: { [keyOf()]: ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] } }),
    ).toEqual([]);
    const [first] = dueReminders(campaign, [], [], { ...emptyRecord, waiting }, opening);
    expect(first).toMatchObject({ kind: 'opened', persons: ['telegram:8'] });
    const record = withSent({ ...emptyRecord, waiting }, [first!]);
    const muted = early('iiiiiiiiii', { persons: ['telegram:9'], muted: true });
    expect(dueReminders(campaign, [muted], [], record, opening + hour)).toEqual([]);
    expect(dueReminders(campaign, [], [], record, opening + hour)).toMatchObject([{ whom: 'telegram:9' }]);
  });

  it('ask of the latest level that is open', () => {
    const daily = campaignOf({ daily: { days: 3 } });
    const first = playedAttempt(begunAttempt(daily, bank, done.id), daily, bank, () => true);
    const at = (now: number): number =>
      dueReminders(daily, [done], [first], { ...emptyRecord, asked: [{ to: 'not-finished', at: now }] }, now)
        .length;
    expect([at(opening + hour), at(opening + day)]).toEqual([0, 1]);
  });

  const keyOf = (): string => dueReminders(campaign, [idle], [], emptyRecord, opening - hour)[0]!.key;
});

describe('whenever they are looked at', () => {
  const ids = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd'];
  const reminder = fc.oneof(
    fc.record({
      before: fc.constant('opening' as const),
      minutes: fc.integer({ min: 1, max: 3000 }),
      to: fc.constant('everybody' as const),
    }),
    fc.record({
      before: fc.constant('close' as const),
      minutes: fc.integer({ min: 1, max: 10_000 }),
      to: fc.constantFrom('everybody' as const, 'not-finished' as const),
    }),
  );
  const person = fc.record({
    muted: fc.boolean(),
    admitted: fc.constantFrom('yes' as const, 'waiting' as const, 'refused' as const),
    joinedAt: fc.integer({ min: opening - 3 * day, max: closes }),
  });
  const moment = fc.integer({ min: opening - 4 * day, max: closes + day });

  it('nobody gets one twice, nobody who must not, and none outside its time', () => {
    fc.assert(
      fc.property(
        fc.array(reminder, { maxLength: 5 }),
        fc.array(moment, { maxLength: 3 }),
        fc.array(person, { minLength: 4, maxLength: 4 }),
        fc.array(fc.record({ now: moment, sent: fc.integer({ min: 0, max: 9 }) }), { maxLength: 12 }),
        (reminders, asked, persons, looks) => {
          const subject = { ...campaign, reminders };
          const participants = persons.map((rest, i) => early(ids[i]!, rest));
          let record: ReminderRecord = {
            ...emptyRecord,
            waiting: ['telegram:9'],
            asked: asked.map((at) => ({ to: 'everybody', at })),
          };
          const got: Due[] = [];
          for (const { now, sent } of looks.toSorted((a, b) => a.now - b.now)) {
            const found = dueReminders(subject, participants, [], record, now);
            for (const { kind, whom } of found) {
              expect(now).toBeLessThan(closes);
              if (kind === 'opening') expect(now).toBeLessThan(opening);
              if (kind === 'opened') expect(now).toBeGreaterThanOrEqual(opening);
              else {
                const own = participants.find(({ id }) => id === whom)!;
                expect(own).toMatchObject({ muted: false, admitted: 'yes' });
                expect(own.joinedAt).toBeLessThanOrEqual(now);
              }
            }
            // A kill may come after any of them.
            const batch = found.slice(0, sent);
            got.push(...batch);
            record = withSent(record, batch);
          }
          expect(new Set(got.map(({ key, whom }) => `${key} ${whom}`)).size).toBe(got.length);
        },
      ),
    );
  });
});
