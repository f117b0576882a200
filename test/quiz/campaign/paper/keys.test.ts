import { expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import { graceMs } from '../../../../src/quiz/campaign/paper/deadline.ts';
import { withheldFrom, withheldItems } from '../../../../src/quiz/campaign/paper/keys.ts';
import {
  answerItem,
  bankItems,
  begunAttempt,
  campaignOf,
  opening,
  playedAttempt,
} from '../../../fakes/campaign.ts';

const bank = createBank(bankItems(2));
const exam = campaignOf({ mode: 'exam', keys: 'after-close' });
const contest = campaignOf({ keys: 'after-item' });
const paper = playedAttempt(begunAttempt(exam, bank), exam, bank, () => true);
const idsOf = ({ items }: typeof paper): string[] => items.map(({ item }) => item);

it('withholds the items of a paper for as long as their keys', () => {
  expect(withheldItems(paper, exam, exam.window.closes + graceMs)).toEqual(idsOf(paper));
  expect(withheldItems(paper, exam, exam.window.closes + graceMs + 1)).toEqual([]);
  const half = answerItem(begunAttempt(contest, bank), 0, false, {
    campaign: contest,
    bank,
    now: opening + 1000,
  }).attempt;
  expect(withheldItems(half, contest, opening + 2000)).toEqual(idsOf(half).slice(1));
  expect(withheldItems(half, { ...contest, keys: 'after-finish' }, opening + 2000)).toHaveLength(5);
});

it('withholds from every person of a participant, over all campaigns, until the last answer may have come in', async () => {
  const store = {
    participant: async (campaign: string, person: string) =>
      campaign === exam.id && ['telegram:1', 'web:1'].includes(person) ? { id: paper.participant } : null,
    attemptsOf: async () => [paper],
  };
  const campaigns = new Map([exam, { ...contest, id: 'other' }].map((each) => [each.id, each]));
  const withheld = async (person: string, now: number) => [
    ...(await withheldFrom(person, { campaigns, store: store as never }, now)),
  ];
  const last = exam.window.closes + graceMs;
  expect(await withheld('telegram:1', last)).toEqual(idsOf(paper));
  expect(await withheld('web:1', last)).toEqual(idsOf(paper));
  expect(await withheld('web:2', last)).toEqual([]);
  expect(await withheld('web:1', last + 1)).toEqual([]);
});
