import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import type { BankFile } from '../../../src/quiz/bank-file.ts';
import { fullMarksOf, scoreOf } from '../../../src/quiz/campaign/paper/marking.ts';
import { regrade } from '../../../src/quiz/campaign/paper/regrade.ts';
import { fixOf, regradingOf } from '../../../src/quiz/correction/fix.ts';
import { readLetters } from '../../../src/quiz/letters.ts';
import { questionType } from '../../../src/quiz/questions/index.ts';
import { bankItems, begunAttempt, campaignOf, playedAttempt } from '../../fakes/campaign.ts';

const items = bankItems(1);
const bank = createBank(items);
const campaign = campaignOf();
const files: BankFile[] = [
  {
    file: 'b.yaml',
    bank: 'b',
    title: 't',
    asOf: '2021-01-01',
    items: items.map((item, line) => ({ item: { ...item, article: null }, line })),
  },
];
const keysOf = { single: ['B', 'C', 'D'], multiple: ['AB', 'BD', 'ABCD'], judge: ['B'] };

it('counts every answer as if the corrected item had been asked, and nobody passes the maximum', () => {
  const rights = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rights, fc.nat(4), fc.nat(2), (persons, n, choice) => {
      const attempts = persons.map((right, i) =>
        playedAttempt(
          begunAttempt(campaign, bank, `p${String(i).padStart(9, '0')}`),
          campaign,
          bank,
          (item) => right[item]!,
        ),
      );
      const { item: id } = attempts[0]!.items[n]!;
      const keys = keysOf[bank.item(id)!.type];
      const correction = {
        item: id,
        at: '2026-01-02T03:04:05Z',
        by: 'b',
        reason: 'r',
        key: keys[choice % keys.length]!,
      };
      const fix = fixOf(files, correction);
      const regrading = regradingOf(fix);
      if (regrading.due !== 'yes' || regrading.key === null) throw new Error('a new key is to be regraded');
      const { rulings, changes } = regrade(attempts, new Map(), {
        item: id,
        key: readLetters(regrading.key),
      });
      let sum = 0;
      for (const attempt of attempts) {
        const anew = attempt.items.reduce((points, asked) => {
          const item = asked.item === id ? fix.after! : bank.item(asked.item)!;
          return points + (questionType(item.type).isRight(item, asked.picked) ? asked.points : 0);
        }, 0);
        expect(scoreOf(attempt, rulings)).toBe(anew);
        expect(anew).toBeLessThanOrEqual(fullMarksOf(attempt));
        sum += anew - scoreOf(attempt, new Map());
      }
      expect(changes.reduce((points, { before, after }) => points + after - before, 0)).toBe(sum);
    }),
    { numRuns: 60 },
  );
});
