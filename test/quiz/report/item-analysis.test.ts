import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import type { Attempt } from '../../../src/quiz/campaign/paper/attempt.ts';
import { fastAnswers, identicalAnswers, likeDevices } from '../../../src/quiz/report/anomalies.ts';
import { analyseItems, type Mark } from '../../../src/quiz/report/item-analysis.ts';
import { bankItems, begunAttempt, campaignOf, playedAttempt } from '../../fakes/campaign.ts';

/** Papers of items a, b, c … from rows of points. */
const papers = (...rows: number[][]): Mark[][] =>
  rows.map((row) => row.map((points, i) => ({ item: 'abcdefgh'[i]!, points, maximum: 1 })));
const of = (marks: Mark[][], item: string) => analyseItems(marks).find((figures) => figures.item === item)!;

describe('figures of items', () => {
  it('agree with a calculation by hand', () => {
    // Item a against the rest (b + c): x = 1 1 0 0, rest = 1 .5 .5 0.
    const a = of(papers([1, 1, 1], [1, 1, 0], [0, 0, 1], [0, 0, 0]), 'a');
    expect(a.facility).toBe(0.5);
    expect(a.deviation).toBeCloseTo(Math.sqrt(1 / 3), 12);
    // cov = (.5·.5 + .5·0 + -.5·0 + -.5·-.5)/3 = 1/6; var x = 1/3, var rest = 1/6.
    expect(a.discrimination).toBeCloseTo(1 / 6 / Math.sqrt(1 / 18), 12);
    expect(a.efficiency).toBeCloseTo(1, 12);
  });

  it('are bounded, and not defined where nothing varies', () => {
    const share = fc.constantFrom(0, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share, share), { minLength: 1, maxLength: 30 }), (rows) => {
        for (const { facility, discrimination, efficiency } of analyseItems(papers(...rows))) {
          expect(facility).toBeGreaterThanOrEqual(0);
          expect(facility).toBeLessThanOrEqual(1);
          if (discrimination !== null) expect(Math.abs(discrimination)).toBeLessThanOrEqual(1 + 1e-9);
          if (efficiency !== null) expect(efficiency).toBeLessThanOrEqual(1 + 1e-9);
          if (discrimination !== null && efficiency !== null)
            expect(Math.abs(efficiency)).toBeGreaterThanOrEqual(Math.abs(discrimination) - 1e-9);
        }
      }),
    );
    expect(of(papers([1, 0], [1, 1]), 'a')).toMatchObject({
      facility: 1,
      discrimination: null,
      efficiency: null,
    });
    expect(of(papers([1]), 'a')).toMatchObject({ discrimination: null, deviation: null });
  });

  it('compare persons with other papers, and items of other points', () => {
    const mark = (item: string, points: number, maximum: number): Mark => ({ item, points, maximum });
    const both = [
      [mark('a', 5, 5), mark('b', 2, 2)],
      [mark('a', 0, 5), mark('c', 0, 10)],
    ];
    expect(of(both, 'a')).toMatchObject({ answers: 2, facility: 0.5, discrimination: 1 });
    expect(of(both, 'c')).toMatchObject({ answers: 1, facility: 0 });
  });

  it('flag what an editor should look at, once enough have answered', () => {
    const many = (row: (i: number) => number[]) => papers(...Array.from({ length: 40 }, (_, i) => row(i)));
    const strong = (i: number): number => (i < 20 ? 1 : 0);
    expect(
      of(
        many((i) => [1, strong(i)]),
        'a',
      ).flags,
    ).toEqual(['very-easy']);
    // 38 of 40 is the 95 percent from which Moodle calls an item extremely easy; it can hardly discriminate.
    expect(
      of(
        many((i) => [i === 0 || i === 39 ? 0 : 1, strong(i)]),
        'a',
      ).flags,
    ).toEqual(['very-easy']);
    expect(
      of(
        many((i) => [0, strong(i)]),
        'a',
      ).flags,
    ).toEqual(['very-hard']);
    expect(
      of(
        many((i) => [1 - strong(i), strong(i)]),
        'a',
      ).flags,
    ).toEqual(['favours-the-weak']);
    expect(
      of(
        many((i) => [i % 2, strong(i)]),
        'a',
      ).flags,
    ).toEqual(['discriminates-badly']);
    expect(
      of(
        many((i) => [strong(i), strong(i)]),
        'a',
      ).flags,
    ).toEqual([]);
    expect(of(papers([1, 1], [0, 0]), 'a').flags).toEqual(['too-few-answers']);
  });
});

describe('hints', () => {
  const bank = createBank(bankItems(1));
  const campaign = campaignOf();
  const none = new Map();
  const played = (participant: string, right: (n: number) => boolean) =>
    playedAttempt(begunAttempt(campaign, bank, participant), campaign, bank, right);

  it('name attempts with the same wrong answers to the same items, and not those that are all right', () => {
    const one = played('aaaaaaaaaa', (n) => n > 2);
    const same = { ...one, id: 'zzzzzzzzzz', participant: 'bbbbbbbbbb', items: one.items.toReversed() };
    expect(identicalAnswers([one, same], none)).toEqual([
      { kind: 'identical-answers', attempts: [one.id, 'zzzzzzzzzz'], shared: 5, wrong: 3 },
    ]);
    expect(identicalAnswers([one, { ...same, participant: one.participant }], none)).toEqual([]);
    const right = played('aaaaaaaaaa', () => true);
    expect(
      identicalAnswers([right, { ...right, id: 'zzzzzzzzzz', participant: 'bbbbbbbbbb' }], none),
    ).toEqual([]);
    const missed = (attempt: Attempt): Attempt => ({
      ...attempt,
      items: attempt.items.map((asked) => (asked.answer!.right ? asked : { ...asked, picked: [] })),
    });
    expect(identicalAnswers([one, same].map(missed), none), 'whose time ran out').toEqual([]);
    const corrected = new Map(one.items.slice(0, 1).map(({ item, picked }) => [item, picked]));
    expect(identicalAnswers([one, same], corrected), 'right by the key as it is ruled').toEqual([]);
  });

  it('name attempts answered faster than can be read', () => {
    const usual = played('aaaaaaaaaa', () => true);
    const items = usual.items.map((asked, n) => ({
      ...asked,
      answer: { right: true, at: usual.startedAt + 5000 + n * 400 },
    }));
    expect(fastAnswers([usual, { ...usual, items }])).toEqual([
      { kind: 'fast-answers', attempt: usual.id, fast: 4, of: 5 },
    ]);
  });

  it('name participants who joined with like devices', () => {
    const seen = [
      { device: 'd', participant: 'p' },
      { device: 'd', participant: 'q' },
      { device: 'e', participant: 'p' },
      { device: 'e', participant: 'p' },
    ];
    expect(likeDevices(seen)).toEqual([{ kind: 'like-devices', device: 'd', participants: ['p', 'q'] }]);
  });
});
