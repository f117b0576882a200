import { describe, expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import type { Attempt } from '../../../../src/quiz/campaign/paper/attempt.ts';
import { type Result, resultOf, resultsOf } from '../../../../src/quiz/campaign/paper/results.ts';
import {
  districtStandings,
  rankPersons,
  unitStandings,
} from '../../../../src/quiz/campaign/standings/standings.ts';
import {
  answerItem,
  bankItems,
  begunAttempt,
  campaignOf,
  opening,
  playedAttempt,
} from '../../../fakes/campaign.ts';

const bank = createBank(bankItems(2));
const minute = 60_000;
const none = new Map();

const result = (participant: string, score: number, tookMs = 1000): Result => ({
  participant,
  score,
  maximum: 100,
  tookMs,
  levels: 1,
  passed: score >= 60,
  tier: null,
  endedAt: opening,
});
/** `count` results of a unit, whose participants are called by it. */
const unitOf = (participant: string): string | null => participant.split('-')[0] || null;
const results = (unit: string, ...scores: number[]): Result[] =>
  scores.map((score, i) => result(`${unit}-${i}`, score));

describe('what counts of attempts', () => {
  const campaign = campaignOf();
  const last = campaignOf({ attempts: { most: 3, counts: 'last' } });
  const first = playedAttempt(begunAttempt(campaign, bank), campaign, bank, () => true);
  const second = playedAttempt(
    begunAttempt(campaign, bank, 'aaaaaaaaaa', { number: 2, before: [first], now: opening + minute }),
    campaign,
    bank,
    (n) => n < 2,
  );

  it('is the best or the last, as the campaign says', () => {
    expect(resultOf(campaign, [first, second], none, opening + 2 * minute)).toMatchObject({
      score: 100,
      maximum: 100,
      tookMs: 5000,
      passed: true,
      tier: '优秀',
    });
    expect(resultOf(last, [second, first], none, opening + 2 * minute)).toMatchObject({
      score: 40,
      passed: false,
      tier: null,
    });
  });

  it('is nothing while the only attempt is under way, and what was answered once its time is over', () => {
    const open = answerItem(begunAttempt(campaign, bank), 0, true, {
      campaign,
      bank,
      now: opening + 1,
    }).attempt;
    expect(resultOf(campaign, [open], none, opening + minute)).toBeNull();
    expect(resultOf(campaign, [open], none, opening + 11 * minute)).toMatchObject({
      score: 20,
      tookMs: 10 * minute,
    });
  });

  it('adds the levels up', () => {
    const daily = campaignOf({ daily: { days: 2 }, passMark: 120 });
    const one = playedAttempt(begunAttempt(daily, bank), daily, bank, () => true);
    const two: Attempt = { ...one, id: 'zzzzzzzzzz', level: 2 };
    expect(resultsOf(daily, [one, two], none, opening + minute)).toMatchObject([
      { score: 200, maximum: 200, levels: 2, passed: true, tookMs: 10_000 },
    ]);
    expect(resultsOf(daily, [one], none, opening + minute)).toMatchObject([{ score: 100, passed: false }]);
  });
});

describe('standings', () => {
  it('rank persons by score, then time, and say where they tie', () => {
    const ranks = rankPersons([
      result('a', 80, 5),
      result('b', 90, 9),
      result('c', 80, 5),
      result('d', 80, 6),
    ]);
    expect(ranks.map(({ participant, rank, tied }) => [participant, rank, tied])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
      ['c', 2, true],
      ['d', 4, false],
    ]);
  });

  it('rank units and give no figures of fewer than five', () => {
    const units = [
      { name: '甲', district: null, persons: 10 },
      { name: '乙', district: null, persons: 4 },
      { name: '丙', district: null, persons: 5 },
      { name: '丁', district: null, persons: 3 },
    ];
    const of = unitStandings(
      units,
      [
        ...results('甲', 50, 60, 70, 80, 90),
        ...results('乙', 100, 100, 100, 100),
        ...results('丙', 70, 70, 70, 70, 70),
        ...results('', 10),
      ],
      unitOf,
    );
    expect(of).toEqual([
      {
        name: '丙',
        district: null,
        persons: 5,
        tookPart: 5,
        participation: 1,
        figures: { average: 70, passRate: 1 },
        rank: 1,
      },
      {
        name: '甲',
        district: null,
        persons: 10,
        tookPart: 5,
        participation: 0.5,
        figures: { average: 70, passRate: 0.8 },
        rank: 2,
      },
      { name: '丁', district: null, persons: 3, tookPart: 0, participation: 0, figures: null, rank: null },
      { name: '乙', district: null, persons: 4, tookPart: 4, participation: 1, figures: null, rank: null },
    ]);
  });

  it('count a district over its units without giving away the one that is hidden', () => {
    const units = ['甲', '乙', '丙'].map((name) => ({ name, district: '东区', persons: 10 }));
    const five = results('甲', 60, 60, 60, 60, 60);
    const averageWith = (...more: Result[]) => districtStandings(units, [...five, ...more], unitOf)[0]!;
    expect(averageWith(...results('乙', 100)).figures!.average).toBe(60);
    expect(averageWith(...results('乙', 100)).tookPart).toBe(6);
    expect(averageWith(...results('乙', 100), ...results('丙', 100)).figures!.average).toBe(60);
    const both = averageWith(...results('乙', 100, 100, 100), ...results('丙', 100, 100));
    expect(both.figures!.average).toBe(80);
    expect(both).toMatchObject({ persons: 30, participation: 1 / 3, rank: 1 });
  });
});
