import { expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import { presentSheet } from '../../../../src/quiz/campaign/present/sheet.ts';
import { answerItem, bankItems, begunAttempt, campaignOf, opening } from '../../../fakes/campaign.ts';

const bank = createBank(bankItems(2));
const campaign = campaignOf();

it('marks what is answered and where one stands, and tells right from wrong in nothing', () => {
  const begun = begunAttempt(campaign, bank);
  const setting = { campaign, bank, now: opening };
  const [right, wrong] = [true, false].map((is) =>
    presentSheet(answerItem(begun, 1, is, setting).attempt, campaign, 2, 0),
  );
  expect(right).toEqual(wrong);
  const numbers = right!.buttons.flat().slice(0, 5);
  expect(numbers.map(({ label }) => label)).toEqual(['1', '2 ✓', '3 ●', '4', '5']);
  expect(numbers.map(({ action }) => action.split(':').at(-1))).toEqual(['0', '1', '2', '3', '4']);
});

it('shows a long paper page by page, each number once, within what a keyboard holds', () => {
  const long = campaignOf({
    paper: {
      size: 120,
      draw: [
        { type: 'single', count: 40, points: 1 },
        { type: 'multiple', count: 40, points: 1 },
        { type: 'judge', count: 40, points: 1 },
      ],
    },
  });
  const attempt = begunAttempt(long, bank);
  expect(attempt.items).toHaveLength(120);
  const pages = [0, 1, 2].map((page) => presentSheet(attempt, long, 70, page).buttons.flat());
  const numbers = pages.flat().flatMap(({ label }) => Number.parseInt(label, 10) || []);
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  for (const buttons of pages) expect(buttons.length).toBeLessThanOrEqual(100);
});
