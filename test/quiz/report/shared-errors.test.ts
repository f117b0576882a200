import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import type { Attempt } from '../../../src/quiz/campaign/paper/attempt.ts';
import { atLeast, mostCompared, responsesOf, sharedErrors } from '../../../src/quiz/report/shared-errors.ts';
import { bankItems, campaignOf } from '../../fakes/campaign.ts';
import { copied, honestAttempt, personId } from '../../fakes/examinees.ts';
import { seeded } from '../../fakes/quiz.ts';
import { paperOf } from './fixtures.ts';

const bank = createBank(bankItems(2));
/** Papers of 60 drawn from 126: two persons share some thirty items. */
const drawn = campaignOf({
  paper: {
    size: 60,
    draw: [
      { type: 'single', count: 40, points: 1 },
      { type: 'multiple', count: 12, points: 1 },
      { type: 'judge', count: 8, points: 1 },
    ],
  },
  passMark: 30,
  tiers: [],
});
const none = new Map();
const compare = (units: Attempt[][]) =>
  sharedErrors(units.map((unit) => unit.map((attempt) => responsesOf(attempt.participant, [attempt], none))));

describe('identical mistakes', () => {
  it('have the probability that counting every outcome gives', () => {
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 0, max: 9 }), (qs, least) => {
        let sum = 0;
        for (let outcome = 0; outcome < 2 ** qs.length; outcome++) {
          const hits = qs.map((_, i) => Boolean(outcome & (1 << i)));
          if (hits.filter(Boolean).length >= least)
            sum += qs.reduce((p, q, i) => p * (hits[i] ? q : 1 - q), 1);
        }
        expect(atLeast(least, qs)).toBeCloseTo(sum, 12);
      }),
    );
  });

  it('name nobody in honest campaigns: at most one in a hundred may have a false alarm', () => {
    let alarms = 0;
    let pairs = 0;
    for (let run = 0; run < 100; run++) {
      const random = seeded(run + 1);
      const found = compare([
        Array.from({ length: 30 }, (_, i) => honestAttempt(drawn, bank, personId(i), random)),
      ]);
      alarms += found.pairs.length > 0 ? 1 : 0;
      pairs += found.compared;
    }
    expect(pairs).toBe(100 * 435);
    expect(alarms).toBeLessThanOrEqual(1);
  });

  it('name who copied what two papers share, though the papers differ', () => {
    const random = seeded(7);
    const unit = Array.from({ length: 25 }, (_, i) =>
      honestAttempt(drawn, bank, personId(i), random, i === 3 ? -0.5 : undefined),
    );
    unit[8] = copied(unit[8]!, unit[3]!);
    const { pairs } = compare([unit]);
    expect(pairs.map(({ persons }) => persons)).toEqual([[personId(3), personId(8)]]);
    const [found] = pairs;
    expect(found!.shared).toBeLessThan(45);
    expect(found!.same).toBe(found!.errors);
    expect(found!.expected).toBeLessThan(found!.same / 1.5);
    expect(compare([[unit[3]!], [unit[8]!]]).compared, 'only within a unit').toBe(0);
  });

  it('say nothing where the mistake could only be one, is void, or was never made', () => {
    const twelve = (pick: number): Record<string, number> =>
      Object.fromEntries([...'abcdefghijkl'].map((item) => [item, pick]));
    const pair = [paperOf(personId(0), twelve(1)), paperOf(personId(1), twelve(1))];
    expect(compare([pair]).pairs, 'everybody who is wrong made it').toEqual([]);
    const others = Array.from({ length: 20 }, (_, i) => paperOf(personId(i + 2), twelve(2 + (i % 2))));
    expect(compare([pair, ...others.map((each) => [each])]).pairs).toHaveLength(1);
    const rulings = new Map([...'abcdefghijkl'].map((item) => [item, null]));
    expect(responsesOf('p', [pair[0]!], rulings).of.size).toBe(0);
    const right = new Map([...'abcdefghijkl'].map((item) => [item, [1]]));
    expect([...responsesOf('p', [pair[0]!], right).of.values()].every((each) => each.right)).toBe(true);
  });

  it('are not looked for in units too big, and that is told', () => {
    const big = Array.from({ length: mostCompared + 1 }, (_, i) => ({ person: personId(i), of: new Map() }));
    expect(sharedErrors([big])).toEqual({ pairs: [], compared: 0, notCompared: mostCompared + 1 });
  });
});
