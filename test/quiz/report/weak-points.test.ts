import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import { disclose } from '../../../src/quiz/report/disclosure.ts';
import { weakest, weakPoints } from '../../../src/quiz/report/weak-points.ts';
import { campaignOf } from '../../fakes/campaign.ts';
import { personId } from '../../fakes/examinees.ts';
import { itemOf } from '../../fakes/items.ts';
import { inUnit, materialOf, paperOf } from './fixtures.ts';

const bank = createBank([
  itemOf('a', { book: 1, article: 10, difficulty: 1 }),
  itemOf('b', { book: 1, article: 11, difficulty: 3 }),
  itemOf('c', { book: 2, article: 210, difficulty: 1 }),
  itemOf('d', { book: null, article: null }),
]);
const chapterOf = (article: number): string | null =>
  article === 10 ? '第一章' : article === 11 ? '第二章' : null;
const letters = ['a', 'b', 'c', 'd'];

describe('weak points', () => {
  it('are the share of points won, counted anew by the simplest way', async () => {
    const pick = fc.constantFrom(0, 1, null, undefined);
    const person = fc.record({
      unit: fc.constantFrom('甲', '乙', '丙'),
      picks: fc.tuple(pick, pick, pick, pick),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 30 }), async (persons) => {
        const asked = persons.map(({ picks }) =>
          letters.map((item, i) => [item, picks[i]] as const).filter(([, p]) => p !== undefined),
        );
        const participants = persons.map(({ unit }, i) => inUnit(personId(i), unit));
        const attempts = asked.flatMap((own, i) =>
          own.length > 0
            ? [paperOf(personId(i), Object.fromEntries(own) as Record<string, number | null>)]
            : [],
        );
        const campaign = campaignOf({ audience: { kind: 'open', units: ['甲', '乙', '丙'] } });
        const material = await materialOf(campaign, { participants, attempts, bank });
        const disclosure = disclose(material, false);
        const points = weakPoints(material, disclosure, 'book', chapterOf);
        const books = { '第一编 总则': ['a', 'b'], '第二编 物权': ['c'], '其他（未标编）': ['d'] };
        for (const [label, of] of Object.entries(books)) {
          const share = (takers: typeof disclosure.counted): number | null => {
            const of5 = takers.map(({ id }) =>
              asked[Number(id.slice(1))]!.filter(([item]) => of.includes(item)),
            );
            const all = of5.flat();
            return of5.filter(({ length }) => length > 0).length < 5
              ? null
              : all.filter(([, picked]) => picked === 0).length / all.length;
          };
          const point = points.find((each) => each.label === label);
          expect(point?.share ?? null).toEqual(share(disclosure.counted));
          for (const unit of disclosure.shown)
            expect(point?.units.get(unit) ?? null).toEqual(
              share(disclosure.counted.filter(({ participant }) => participant.unit === unit)),
            );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('go by chapters in the order of the law, leave void items out and what is not in a bank', async () => {
    const participants = Array.from({ length: 6 }, (_, i) => inUnit(personId(i), '甲'));
    const attempts = participants.map(({ id }, i) =>
      paperOf(id, { d: 1, c: 0, b: i < 3 ? 0 : 1, a: 1, gone: 0 }),
    );
    const rulings = new Map([['a', null]]);
    const material = await materialOf(campaignOf(), { participants, attempts, rulings, bank });
    const by = (cut: 'chapter' | 'difficulty' | 'type') =>
      weakPoints(material, disclose(material, false), cut, chapterOf).map(({ label, share }) => [
        label,
        share,
      ]);
    expect(by('chapter')).toEqual([
      ['第二章', 0.5],
      ['其他（未标条文）', 0.5],
    ]);
    expect(by('difficulty')).toEqual([
      ['易', 0.5],
      ['难', 0.5],
    ]);
    expect(by('type')).toEqual([['单选', 0.5]]);
  });

  it('are called weakest on thirty answers or more only', () => {
    const point = (label: string, share: number | null, answers: number) => ({
      label,
      share,
      answers,
      persons: 9,
      units: new Map(),
    });
    const points = [point('a', 0.5, 30), point('b', 0.1, 29), point('c', 0.4, 99), point('d', null, 99)];
    expect(weakest(points, 2).map(({ label }) => label)).toEqual(['c', 'a']);
  });
});
