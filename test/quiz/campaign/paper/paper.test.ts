import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper, randomOf } from '../../../../src/quiz/campaign/paper/paper.ts';
import { bankItems, campaignOf } from '../../../fakes/campaign.ts';

const pool = bankItems(3);
const item = new Map(pool.map((each) => [each.id, each]));
const kinds = ['single', 'multiple', 'judge'] as const;
const rows = fc.array(
  fc.record({
    type: fc.constantFrom(...kinds),
    difficulty: fc.constantFrom(1, 2, 3, undefined),
    count: fc.integer({ min: 1, max: 5 }),
    points: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const none = new Set<string>();

describe('a drawn paper', () => {
  it('has each row’s items exactly, none twice, and books that differ by one at most', () => {
    fc.assert(
      fc.property(rows, fc.string(), (draw, who) => {
        const size = draw.reduce((sum, { count }) => sum + count, 0);
        const campaign = campaignOf({ paper: { size, draw } });
        const paper = drawPaper(campaign, pool, none, randomOf(who));
        expect(new Set(paper.map((drawn) => drawn.item)).size).toBe(size);
        const books = [1, 2, 3, 4, 5, 6, 7].map(
          (book) => paper.filter((drawn) => item.get(drawn.item)!.book === book).length,
        );
        expect(Math.max(...books) - Math.min(...books)).toBeLessThanOrEqual(1);
        for (const type of kinds) {
          const asked = draw.filter((row) => row.type === type);
          const drawn = paper.filter((each) => item.get(each.item)!.type === type);
          expect(drawn).toHaveLength(asked.reduce((sum, { count }) => sum + count, 0));
          expect(drawn.reduce((sum, { points }) => sum + points, 0)).toBe(
            asked.reduce((sum, { count, points }) => sum + count * points, 0),
          );
        }
        for (const { difficulty, type, count } of draw) {
          if (difficulty === undefined) continue;
          const same = paper.filter(
            (each) => item.get(each.item)!.type === type && item.get(each.item)!.difficulty === difficulty,
          );
          expect(same.length).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same person and attempt, and another for another', () => {
    const draw = (...words: (string | number)[]) => drawPaper(campaignOf(), pool, none, randomOf(...words));
    expect(draw('p', 1)).toEqual(draw('p', 1));
    expect(draw('p', 2)).not.toEqual(draw('p', 1));
    expect(draw('p1')).not.toEqual(draw('p', 1));
  });

  it('asks every item of a row about equally often over many persons', () => {
    const times = new Map<string, number>();
    for (let person = 0; person < 2000; person++) {
      for (const drawn of drawPaper(campaignOf(), pool, none, randomOf(person))) {
        if (item.get(drawn.item)!.type === 'single') times.set(drawn.item, (times.get(drawn.item) ?? 0) + 1);
      }
    }
    // 6000 draws of 63 items: 95 each; four standard deviations either way.
    expect(times.size).toBe(63);
    for (const count of times.values()) expect(Math.abs(count - 95.2)).toBeLessThan(4 * Math.sqrt(95.2));
  });

  it('avoids what was asked before while other items are left', () => {
    const campaign = campaignOf({
      paper: { size: 2, draw: [{ type: 'judge', difficulty: 1, count: 2, points: 1 }] },
    });
    const judges = pool.filter(({ type, difficulty }) => type === 'judge' && difficulty === 1);
    const avoid = new Set(judges.slice(1).map(({ id }) => id));
    for (let person = 0; person < 20; person++) {
      const paper = drawPaper(campaign, pool, avoid, randomOf(person)).map((drawn) => drawn.item);
      expect(paper).toContain(judges[0]!.id);
      expect(paper).toHaveLength(2);
    }
  });

  it('keeps the order of rows and options where nothing is shuffled', () => {
    const paper = drawPaper(
      campaignOf({ shuffle: { items: false, options: false } }),
      pool,
      none,
      randomOf(7),
    );
    expect(paper.map((drawn) => item.get(drawn.item)!.type)).toEqual([
      'single',
      'single',
      'single',
      'multiple',
      'judge',
    ]);
    expect(paper.every(({ order }) => order.every((option, place) => option === place))).toBe(true);
  });
});
