import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import type { Campaign } from '../../../../src/quiz/campaign/campaign.ts';
import {
  type AttemptStep,
  choose,
  handIn,
  type Setting,
  show,
  submit,
  toggle,
} from '../../../../src/quiz/campaign/paper/answering.ts';
import { type Attempt, applyEvent, openItem } from '../../../../src/quiz/campaign/paper/attempt.ts';
import { decideBegin, unlockedLevels } from '../../../../src/quiz/campaign/paper/begin.ts';
import { endOf, graceMs } from '../../../../src/quiz/campaign/paper/deadline.ts';
import { fullMarksOf, scoreOf } from '../../../../src/quiz/campaign/paper/marking.ts';
import { type AttemptEvent, scoreEventSchema } from '../../../../src/quiz/campaign/paper/score-event.ts';
import {
  answerItem,
  bankItems,
  begunAttempt,
  campaignOf,
  opening,
  playedAttempt,
} from '../../../fakes/campaign.ts';

const bank = createBank(bankItems(2));
const open = campaignOf();
const timed = campaignOf({ limits: { paperMinutes: 10, itemSeconds: 30 } });
const minute = 60_000;
const at = (now: number, campaign: Campaign = open): Setting => ({ campaign, bank, now });
const day = 24 * 60 * minute;

describe('an attempt', () => {
  it('is answered in any order, each item once, and ends with its last answer', () => {
    let attempt = begunAttempt(open, bank);
    for (const [i, n] of [3, 0, 4, 1, 2].entries()) {
      const step = answerItem(attempt, n, n !== 0, at(opening + 1000 * (i + 1)));
      expect(step.outcome).toBe('recorded');
      expect(answerItem(step.attempt, n, true, at(opening + 9000)).outcome).toBe('already-answered');
      attempt = step.attempt;
    }
    expect(attempt.finishedAt).toBe(opening + 5000);
    expect(scoreOf(attempt, new Map())).toBe(80);
    expect(handIn(attempt, at(opening + 9000)).outcome).toBe('already-finished');
  });

  it('takes an answer within the grace after its time, and none after it', () => {
    const attempt = answerItem(begunAttempt(open, bank), 0, true, at(opening + minute)).attempt;
    const deadline = opening + 10 * minute;
    const late = answerItem(attempt, 1, true, at(deadline + graceMs));
    expect(late.outcome).toBe('recorded');
    const handed = handIn(late.attempt, at(deadline + graceMs)).attempt;
    expect(endOf(handed, open, deadline + graceMs)).toBe(deadline);
    const over = answerItem(attempt, 1, true, at(deadline + graceMs + 1));
    expect(over.outcome).toBe('paper-timed-out');
    expect(over.attempt).toMatchObject({ finishedAt: deadline });
    expect(scoreOf(over.attempt, new Map())).toBe(20);
    expect(endOf(attempt, open, deadline + graceMs)).toBeNull();
    expect(endOf(attempt, open, deadline + graceMs + 1)).toBe(deadline);
    expect(answerItem(over.attempt, 1, true, at(deadline)).outcome).toBe('already-finished');
  });

  it('is closed with the campaign, whatever time is left', () => {
    const { closes } = open.window;
    const attempt = begunAttempt(open, bank, 'aaaaaaaaaa', { now: closes - minute });
    expect(answerItem(attempt, 0, true, at(closes - 1)).outcome).toBe('recorded');
    const late = answerItem(attempt, 0, true, at(closes + graceMs + 1));
    expect(late).toMatchObject({ outcome: 'closed', events: [{ type: 'finish', by: 'close', at: closes }] });
  });

  it('starts an item’s clock when it is first shown, misses a late one and goes on', () => {
    const begun = begunAttempt(timed, bank);
    expect(choose(begun, 0, 0, at(opening, timed)).outcome).toBe('not-current');
    expect(show(begun, 1, at(opening, timed)).outcome).toBe('not-current');
    const shown = show(begun, 0, at(opening + 5000, timed)).attempt;
    expect(show(shown, 0, at(opening + 20_000, timed)).attempt).toBe(shown);
    const end = opening + 35_000;
    expect(answerItem(shown, 0, true, at(end + graceMs, timed)).outcome).toBe('recorded');
    const missed = answerItem(shown, 0, true, at(end + graceMs + 1, timed));
    expect(missed.outcome).toBe('item-timed-out');
    expect(missed.events).toMatchObject([{ type: 'miss', n: 0, at: end }]);
    expect(openItem(missed.attempt)).toBe(1);
    expect(answerItem(missed.attempt, 1, true, at(end + 9000, timed)).outcome).toBe('recorded');
  });

  it('can be handed in early', () => {
    const attempt = answerItem(begunAttempt(open, bank), 2, true, at(opening + 1)).attempt;
    const step = handIn(attempt, at(opening + 2));
    expect(step).toMatchObject({ outcome: 'handed-in', attempt: { finishedAt: opening + 2 } });
    expect(answerItem(step.attempt, 0, true, at(opening + 3)).outcome).toBe('already-finished');
  });

  it('refuses what no button of the item carries', () => {
    const attempt = begunAttempt(open, bank);
    const nth = (type: string): number => attempt.items.findIndex(({ item }) => item.startsWith(type));
    const [single, multiple] = [nth('single'), nth('multiple')];
    expect(choose(attempt, single, 4, at(opening)).outcome).toBe('invalid-option');
    expect(toggle(attempt, single, 0, at(opening)).outcome).toBe('invalid-option');
    expect(submit(attempt, single, at(opening)).outcome).toBe('invalid-option');
    expect(choose(attempt, multiple, 0, at(opening)).outcome).toBe('invalid-option');
    expect(submit(attempt, multiple, at(opening)).outcome).toBe('too-few');
    expect(choose(attempt, 9, 0, at(opening)).outcome).toBe('not-current');
    expect(choose(attempt, single, 0, { ...at(opening), bank: createBank([]) }).outcome).toBe('withdrawn');
  });
});

describe('beginning', () => {
  const wish: Parameters<typeof decideBegin>[1] = {
    participant: 'aaaaaaaaaa',
    admitted: 'yes',
    level: 1,
    number: 1,
    now: opening,
  };
  const begin = (campaign: Campaign, change: Partial<typeof wish>, before: Attempt[] = []) =>
    decideBegin(campaign, { ...wish, ...change }, before, () => [{ item: 's', order: [0], points: 1 }])
      .outcome;

  it('is for those who are let in', () => {
    expect(begin(open, { admitted: 'waiting' })).toBe('not-admitted');
    expect(begin(open, { admitted: 'refused' })).toBe('not-admitted');
  });

  it('keeps to the window', () => {
    expect(begin(open, { now: opening - 1 })).toBe('not-open');
    expect(begin(open, {})).toBe('begun');
    expect(begin(open, { now: open.window.closes })).toBe('closed');
  });

  it('finds the running attempt, also on another device, and the one that an old button began', () => {
    const running = begunAttempt(open, bank);
    expect(begin(open, { now: opening + 1 }, [running])).toBe('resumed');
    const done = playedAttempt(running, open, bank, () => true);
    expect(begin(open, { now: opening + minute }, [done])).toBe('already-taken');
    expect(begin(open, { number: 2 }, [done])).toBe('begun');
    const second = { ...done, number: 2 };
    expect(begin(open, { number: 3 }, [done, second])).toBe('no-attempts-left');
  });

  it('opens a level a day, in order, each with its own attempts', () => {
    const daily = campaignOf({ daily: { days: 3 } });
    expect([0, 1, 2, 3].map((days) => unlockedLevels(daily, opening + days * day))).toEqual([1, 2, 3, 3]);
    const first = playedAttempt(begunAttempt(daily, bank), daily, bank, () => true);
    expect(begin(daily, { level: 2 }, [first])).toBe('level-locked');
    // Midnight in Shanghai, not a day after the opening.
    const midnight = Date.parse('2026-09-02T00:00:00+08:00');
    expect(begin(daily, { level: 2, now: midnight - 1 }, [first])).toBe('level-locked');
    expect(begin(daily, { level: 2, now: midnight }, [first])).toBe('begun');
    expect(begin(daily, { level: 2, now: midnight })).toBe('level-locked');
    expect(begin(daily, { level: 3, now: midnight + day }, [first])).toBe('level-locked');
    expect(begin(daily, { level: 4, now: midnight + 5 * day }, [first])).toBe('level-locked');
  });
});

describe('any presses in any order, at any time', () => {
  const press = fc.record({
    kind: fc.constantFrom('choose', 'toggle', 'submit', 'show', 'hand-in'),
    n: fc.integer({ min: 0, max: 6 }),
    place: fc.integer({ min: 0, max: 5 }),
    /** Milliseconds since the press before. */
    after: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 200_000 })),
  });
  type Press = typeof press extends fc.Arbitrary<infer P> ? P : never;
  const apply = (attempt: Attempt, { kind, n, place }: Press, setting: Setting): AttemptStep => {
    if (kind === 'choose') return choose(attempt, n, place, setting);
    if (kind === 'toggle') return toggle(attempt, n, place, setting);
    if (kind === 'submit') return submit(attempt, n, setting);
    return kind === 'show' ? show(attempt, n, setting) : handIn(attempt, setting);
  };
  const play = (start: Attempt, presses: readonly Press[], campaign: Campaign) => {
    let attempt = start;
    let now = start.startedAt;
    const events: AttemptEvent[] = [];
    for (const each of presses) {
      now += each.after;
      const step = apply(attempt, each, at(now, campaign));
      if (step.outcome !== 'toggled' && step.events.length === 0) expect(step.attempt).toBe(attempt);
      attempt = step.attempt;
      events.push(...step.events);
    }
    return { attempt, events, now };
  };
  /** Points of the items that are answered with their whole key, and nothing but it. */
  const earned = ({ items }: Attempt): number =>
    items
      .filter(({ item, picked, answer }) => answer && picked.join() === bank.item(item)!.answer.join())
      .reduce((sum, { points }) => sum + points, 0);
  /** Ticks that were never submitted are not kept. */
  const kept = (attempt: Attempt): Attempt => ({
    ...attempt,
    items: attempt.items.map((asked) => (asked.answer ? asked : { ...asked, picked: [] })),
  });

  it('grade nothing twice, never pass the maximum, replay to the same score, and end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(open, timed),
        fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'),
        fc.array(press, { maxLength: 60 }),
        (campaign, participant, presses) => {
          const start = begunAttempt(campaign, bank, participant);
          const { attempt, events, now } = play(start, presses, campaign);
          for (const event of events) expect(() => scoreEventSchema.parse(event)).not.toThrow();
          const graded = events.flatMap((event) => ('n' in event && event.type !== 'show' ? [event.n] : []));
          expect(new Set(graded).size).toBe(graded.length);
          expect(events.filter(({ type }) => type === 'finish').length).toBeLessThanOrEqual(1);
          expect(scoreOf(attempt, new Map())).toBe(earned(attempt));
          expect(scoreOf(attempt, new Map())).toBeLessThanOrEqual(fullMarksOf(attempt));
          expect(kept(events.reduce(applyEvent, start))).toEqual(kept(attempt));
          expect(endOf(attempt, campaign, now + day)).not.toBeNull();
          const done = playedAttempt({ ...attempt, startedAt: now }, campaign, bank, () => true);
          if (attempt.finishedAt === null) expect(done.finishedAt).not.toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});
