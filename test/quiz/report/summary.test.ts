import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../../src/quiz/report/disclosure.ts';
import type { Mark } from '../../../src/quiz/report/item-analysis.ts';
import { reliabilityOf } from '../../../src/quiz/report/reliability.ts';
import { summaryOf } from '../../../src/quiz/report/summary.ts';
import { campaignOf } from '../../fakes/campaign.ts';
import { personId } from '../../fakes/examinees.ts';
import { inUnit, lettered, materialOf, paperOf } from './fixtures.ts';

const papers = (rows: number[][]): Mark[][] =>
  rows.map((row) => row.map((points, i) => ({ item: `i${i}`, points, maximum: 1 })));
const times = <T>(count: number, list: T[]): T[] => Array.from({ length: count }).flatMap(() => list);

describe('the figures of a campaign', () => {
  it('agree with a calculation by hand', async () => {
    // Scores 100, 80, 80, 60, 40, 20 of six persons of a unit of ten; one more has joined and one is answering.
    const right = ['abcde', 'abcd', 'abcd', 'abc', 'ab', 'a'];
    const participants = Array.from({ length: 8 }, (_, i) => inUnit(personId(i), '甲'));
    const campaign = campaignOf({
      audience: { kind: 'open', units: [{ name: '甲', headcount: 10 }] },
      window: { opens: '2026-09-01 08:00', closes: '2026-12-01 08:00' },
    });
    const attempts = right.map((letters, i) =>
      paperOf(
        personId(i),
        Object.fromEntries([...'abcde'].map((item) => [item, letters.includes(item) ? 0 : 1])),
      ),
    );
    const now = attempts[0]!.startedAt + 60_000;
    const running = { ...paperOf(personId(7), { a: 0, b: null }), finishedAt: null };
    const material = await materialOf(campaign, {
      participants,
      attempts: [...attempts, running],
      bank: lettered('abcde'),
      now,
    });
    const summary = summaryOf(material, disclose(material, false));
    expect(summary).toMatchObject({
      audience: 10,
      joined: 8,
      began: 7,
      tookPart: 6,
      finished: 6,
      participation: 0.6,
      attempts: 7,
      reliability: { kind: 'too-few', persons: 6 },
    });
    expect(summary.scores).toMatchObject({
      persons: 6,
      mean: 380 / 6,
      median: 70,
      least: 20,
      most: 100,
      passed: 4,
      tiers: [
        { name: '优秀', persons: 1 },
        { name: '合格', persons: 3 },
        { name: null, persons: 2 },
      ],
      tenths: [0, 0, 1, 0, 1, 0, 1, 0, 2, 1],
    });
    // Σ (x − 63.33…)² = 4333.33…, over 5.
    expect(summary.scores!.deviation).toBeCloseTo(Math.sqrt(4333.333333 / 5), 5);
  });
});

describe('reliability', () => {
  it('is Cronbach’s alpha of the one paper that all had', () => {
    // Ten times 111 110 100 000: item variances .1923 .2564 .1923 (N − 1), scores 3 2 1 0 with variance 1.2821.
    const found = reliabilityOf(
      papers(
        times(10, [
          [1, 1, 1],
          [1, 1, 0],
          [1, 0, 0],
          [0, 0, 0],
        ]),
      ),
    );
    const spread = (p: number): number => (p * (1 - p) * 40) / 39;
    const alpha = 1.5 * (1 - (2 * spread(0.25) + spread(0.5)) / ((1.25 * 40) / 39));
    expect(alpha).toBeCloseTo(0.75, 10);
    expect(found).toMatchObject({ kind: 'alpha', items: 3, persons: 40 });
    expect((found as { alpha: number }).alpha).toBeCloseTo(0.75, 10);
    expect((found as { error: number }).error).toBeCloseTo(Math.sqrt((50 / 39) * 0.25), 10);
  });

  it('is for right and wrong items what Kuder and Richardson’s formula 20 gives', () => {
    const row = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 60 }), (rows) => {
        const sums = rows.map((each) => each.reduce((a, b) => a + b, 0));
        const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
        const spread = sums.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sums.length;
        const pq = [0, 1, 2, 3, 4, 5].reduce((sum, i) => {
          const p = rows.filter((each) => each[i] === 1).length / rows.length;
          return sum + p * (1 - p);
        }, 0);
        const found = reliabilityOf(papers(rows));
        if (spread === 0) expect(found.kind).toBe('no-spread');
        else expect((found as { alpha: number }).alpha).toBeCloseTo((6 / 5) * (1 - pq / spread), 9);
      }),
    );
  });

  it('is not told of drawn papers, nor of few persons', () => {
    const drawn = papers(times(40, [[1, 0, 1]]));
    drawn[0] = [{ item: 'other', points: 1, maximum: 1 }, ...drawn[0]!];
    expect(reliabilityOf(drawn)).toEqual({ kind: 'drawn', fewest: 3, most: 4, pool: 4 });
    expect(reliabilityOf(papers([[1, 0]]))).toEqual({ kind: 'too-few', persons: 1 });
    expect(reliabilityOf(papers(times(40, [[1, 0]])))).toEqual({ kind: 'no-spread' });
    expect(reliabilityOf([])).toEqual({ kind: 'too-few', persons: 0 });
  });
});
