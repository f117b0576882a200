import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadBank } from '../../src/quiz/bank.ts';
import type { Item } from '../../src/quiz/bank-file.ts';
import { draw, optionOrder } from '../../src/quiz/draw.ts';
import { paperPlan, practicePlan } from '../../src/quiz/plans.ts';
import { itemOf } from '../fakes/items.ts';
import { seeded } from '../fakes/quiz.ts';

const bank = await loadBank({ seedsDir: resolve(import.meta.dirname, '../../seeds') });

const counts = <T>(list: T[]): Map<T, number> => {
  const counted = new Map<T, number>();
  for (const each of list) counted.set(each, (counted.get(each) ?? 0) + 1);
  return counted;
};

it('draws papers of twenty items that differ, two or three a book, types and difficulties as planned', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const paper = draw(bank.items, paperPlan, seeded(seed));
      expect(new Set(paper.map(({ id }) => id)).size).toBe(20);
      const perBook = counts(paper.map(({ book }) => book));
      expect([...perBook.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
      for (const count of perBook.values()) expect([2, 3]).toContain(count);
      expect(Object.fromEntries(counts(paper.map(({ type }) => type)))).toEqual({
        single: 10,
        multiple: 5,
        judge: 5,
      });
      for (const count of counts(paper.map(({ difficulty }) => difficulty)).values())
        expect(count).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});

it('draws practice from its book alone', () => {
  const items = draw(bank.items, practicePlan(3), seeded(5));
  expect(items).toHaveLength(10);
  expect(new Set(items.map(({ book }) => book))).toEqual(new Set([3]));
});

it('draws the same for the same seed and otherwise not', () => {
  const ids = (seed: number) => draw(bank.items, paperPlan, seeded(seed)).map(({ id }) => id);
  expect(ids(3)).toEqual(ids(3));
  expect(ids(3)).not.toEqual(ids(4));
});

it('lets every item have its turn', () => {
  const random = seeded(9);
  const seen = new Set<string>();
  for (let i = 0; i < 300; i++) for (const { id } of draw(bank.items, paperPlan, random)) seen.add(id);
  expect(seen.size).toBe(bank.items.length);
});

it('prefers what a person needs most, the longest ago first, and keeps books and types as planned', () => {
  fc.assert(
    fc.property(fc.nat(), fc.infiniteStream(fc.nat(2)), (seed, tiers) => {
      const tierOf = new Map(bank.items.map(({ id }) => [id, tiers.next().value as 0 | 1 | 2]));
      const tier = (item: string) => tierOf.get(item)!;
      const drawn = draw(bank.items, practicePlan(3), seeded(seed), { tier, askedAt: () => 0 });
      const kindsOf = (items: readonly Item[]) => Object.fromEntries(counts(items.map(({ type }) => type)));
      expect(kindsOf(drawn)).toEqual({ single: 5, multiple: 2, judge: 3 });
      for (const type of ['single', 'multiple', 'judge']) {
        const drawnTiers = drawn.filter((item) => item.type === type).map(({ id }) => tier(id));
        const left = bank.items.filter(
          (item) => item.book === 3 && item.type === type && !drawn.includes(item),
        );
        expect(Math.max(...drawnTiers)).toBeLessThanOrEqual(Math.min(2, ...left.map(({ id }) => tier(id))));
      }
    }),
    { numRuns: 60 },
  );
  const old = ['x', 'y', 'z'].map((id) => itemOf(id));
  const askedAt = (item: string) => ({ x: 3, y: 1, z: 2 })[item]!;
  const plan = { ...practicePlan(5), size: 2 };
  const drawn = draw(old, plan, seeded(1), { tier: () => 2, askedAt }).map(({ id }) => id);
  expect(drawn).toEqual(['y', 'z']);
});

it('draws what there is where the bank is too small', () => {
  const few = [itemOf('a'), itemOf('b', { type: 'judge' }), itemOf('c', { book: 1 })];
  expect(
    draw(few, practicePlan(5), seeded(1))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'b']);
  expect(draw([], paperPlan, seeded(1))).toEqual([]);
});

it('keeps the options of a type that is not shuffled', () => {
  expect(optionOrder(itemOf('j', { type: 'judge' }), false, seeded(2))).toEqual([0, 1]);
});
