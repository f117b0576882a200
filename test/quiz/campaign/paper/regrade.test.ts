import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import type { Attempt } from '../../../../src/quiz/campaign/paper/attempt.ts';
import { fullMarksOf, type Rulings, scoreOf } from '../../../../src/quiz/campaign/paper/marking.ts';
import { regrade, ruleEvent } from '../../../../src/quiz/campaign/paper/regrade.ts';
import { bankItems, begunAttempt, campaignOf, opening, playedAttempt } from '../../../fakes/campaign.ts';

const bank = createBank(bankItems(1));
const campaign = campaignOf();
const ids = bank.items.map(({ id }) => id);
/** Attempts of as many persons as bits are given; each bit says whether an item was answered right. */
const attemptsOf = (rights: readonly boolean[][]): Attempt[] =>
  rights.map((right, i) =>
    playedAttempt(
      begunAttempt(campaign, bank, `p${String(i).padStart(9, '0')}`),
      campaign,
      bank,
      (n) => right[n]!,
    ),
  );
const total = (attempts: readonly Attempt[], rulings: Rulings): number =>
  attempts.reduce((sum, attempt) => sum + scoreOf(attempt, rulings), 0);

const played = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 12 });
const ruling = fc.record({
  item: fc.constantFrom(...ids),
  key: fc.option(fc.subarray([0, 1, 2, 3], { minLength: 1 })),
});

describe('a ruling', () => {
  it('conserves: its changes add up to the change of all scores, none passes the maximum', () => {
    fc.assert(
      fc.property(played, fc.array(ruling, { minLength: 1, maxLength: 8 }), (rights, rules) => {
        const attempts = attemptsOf(rights);
        let rulings: Rulings = new Map();
        for (const rule of rules) {
          const { rulings: ruled, changes } = regrade(attempts, rulings, rule);
          const sum = changes.reduce((points, { before, after }) => points + after - before, 0);
          expect(total(attempts, ruled) - total(attempts, rulings)).toBe(sum);
          const changed = new Set(changes.map(({ attempt }) => attempt));
          for (const attempt of attempts) {
            if (!attempt.items.some(({ item }) => item === rule.item))
              expect(changed.has(attempt.id)).toBe(false);
            expect(scoreOf(attempt, ruled)).toBeLessThanOrEqual(fullMarksOf(attempt));
          }
          if (rule.key === null) expect(sum).toBeGreaterThanOrEqual(0);
          rulings = ruled;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a voided item to all who were asked, and takes nothing from anybody', () => {
    const attempts = attemptsOf([
      [true, true, true, true, true],
      [false, false, false, false, false],
    ]);
    const item = attempts[1]!.items[0]!.item;
    const { changes } = regrade(attempts, new Map(), { item, key: null });
    expect(changes).toEqual([{ attempt: attempts[1]!.id, before: 0, after: 20 }]);
  });

  it('counts answers by the new key, can be put right, and the last one holds', () => {
    const attempts = attemptsOf([[true, true, true, true, true]]);
    const asked = attempts[0]!.items.find(({ item }) => item.startsWith('single'))!;
    const wrong = regrade(attempts, new Map(), { item: asked.item, key: [3] });
    expect(wrong.changes).toMatchObject([{ before: 100, after: 80 }]);
    const right = regrade(attempts, wrong.rulings, { item: asked.item, key: [0] });
    expect(right.changes).toMatchObject([{ before: 80, after: 100 }]);
  });

  it('is recorded with what it changed, and not twice', () => {
    const attempts = attemptsOf([[false, false, false, false, false]]);
    const { item } = attempts[0]!.items[0]!;
    const rule = { item, key: null, reason: '题干有误' };
    expect(ruleEvent('spring', rule, attempts, new Map(), opening)).toEqual({
      type: 'rule',
      at: opening,
      campaign: 'spring',
      item,
      key: null,
      reason: '题干有误',
      changed: 1,
      points: 20,
    });
    expect(ruleEvent('spring', rule, attempts, new Map([[item, null]]), opening)).toBeNull();
    expect(
      ruleEvent('spring', { ...rule, key: [0, 2] }, attempts, new Map([[item, [0, 2]]]), opening),
    ).toBeNull();
  });
});
