import { expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import { presentReview } from '../../../../src/quiz/campaign/present/result.ts';
import { bankItems, begunAttempt, campaignOf, playedAttempt } from '../../../fakes/campaign.ts';

const items = bankItems(1).map((item, i) => ({ ...item, article: i % 2 === 0 ? 1000 + i : null }));
const bank = createBank(items);
const campaign = campaignOf();
const articleButton = (article: number) => ({
  label: `看第${article}条`,
  action: `passage:civil-code/${article}`,
});

it('offers for wrong items the article’s card and a way to ask, and neither for right, void or unplaced ones', () => {
  const attempt = playedAttempt(begunAttempt(campaign, bank), campaign, bank, (n) => n === 0);
  const voided = attempt.items[1]!.item;
  const known = { bank, rulings: new Map([[voided, null]]), withheld: new Set<string>() };
  const review = presentReview(campaign, attempt, known, 0, articleButton);
  const actions = review.buttons.flat().map(({ action }) => action);
  const wrong = attempt.items
    .slice(2)
    .map(({ item }) => bank.item(item)!)
    .filter(({ article }) => article !== null);
  expect(wrong.length).toBeGreaterThan(0);
  expect(actions.filter((action) => action.startsWith('passage:'))).toEqual([
    ...new Set(wrong.map(({ article }) => `passage:civil-code/${article}`)),
  ]);
  expect(actions.filter((action) => action.startsWith('ask-item:'))).toEqual(
    wrong.map(({ id }) => `ask-item:${id}`),
  );
});
