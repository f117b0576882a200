import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import type { Campaign } from '../../../src/quiz/campaign/campaign.ts';
import { answersOfAttempt, answersOfSession, traceOf } from '../../../src/quiz/learning/answered.ts';
import type { Review } from '../../../src/quiz/learning/review.ts';
import { afterReview } from '../../../src/quiz/learning/schedule.ts';
import { dueEntries, wrongBook } from '../../../src/quiz/learning/wrong-book.ts';
import {
  answerItem,
  bankItems,
  begunAttempt,
  campaignOf,
  opening,
  playedAttempt,
} from '../../fakes/campaign.ts';
import { itemOf } from '../../fakes/items.ts';
import { finishedSession } from '../../fakes/quiz.ts';

const day = 24 * 3600_000;
const bank = createBank(['a', 'b', 'c'].map((id) => itemOf(id)));
const right = (item: string, at: number) => ({ item, right: true, at });
const wrong = (item: string, at: number) => ({ item, right: false, at });
const inBook = (answers: { item: string; right: boolean; at: number }[], reviews: [string, Review][] = []) =>
  wrongBook(traceOf(answers), new Map(reviews), bank).map(({ item, due }) => [item.id, due]);

describe('the wrong-book', () => {
  it('holds what was answered wrong, due at once, also where it was answered right later without a review', () => {
    expect(inBook([wrong('b', 20), right('a', 5), wrong('a', 10), right('a', 30), right('c', 1)])).toEqual([
      ['a', 10],
      ['b', 20],
    ]);
    expect(inBook([wrong('withdrawn', 5)], [['withdrawn', afterReview(null, null, true, 5)]])).toEqual([]);
  });

  it('goes by the review until the item is missed again, whatever the order of the answers', () => {
    const review = afterReview(null, null, true, 100);
    for (const answers of [
      [wrong('a', 10), right('a', 150)],
      [right('a', 150), wrong('a', 10)],
    ])
      expect(inBook(answers, [['a', review]])).toEqual([['a', review.due]]);
    expect(inBook([wrong('a', 200), wrong('a', 10)], [['a', review]])).toEqual([['a', 200]]);
    const failed = afterReview(review, null, false, 5 * day);
    expect(inBook([wrong('a', 10), wrong('a', 5 * day)], [['a', failed]])).toEqual([['a', failed.due]]);
  });

  it('lets go of what is known for two months, and takes it back when it is missed', () => {
    let known: Review | null = null;
    for (let i = 0; i < 4; i++) known = afterReview(known, null, true, known?.due ?? day);
    const at = known!.lastReview;
    expect(inBook([wrong('a', 10)], [['a', known!]])).toEqual([]);
    expect(inBook([wrong('a', 10), wrong('a', at + day)], [['a', known!]])).toEqual([['a', at + day]]);
  });

  it('lists each item once, first due first, and as due what is not to come', () => {
    const answer = fc.record({
      item: fc.constantFrom('a', 'b', 'c', 'd'),
      right: fc.boolean(),
      at: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(answer), fc.nat(1000), (answers, now) => {
        const book = wrongBook(traceOf(answers), new Map(), bank);
        const missed = new Set(
          answers.filter((each) => !each.right && each.item !== 'd').map(({ item }) => item),
        );
        expect(new Set(book.map(({ item }) => item.id))).toEqual(missed);
        expect(book).toHaveLength(missed.size);
        expect(book.map(({ due }) => due)).toEqual(book.map(({ due }) => due).sort((a, b) => a - b));
        expect(book.slice(0, dueEntries(book, now).length).every(({ due }) => due <= now)).toBe(true);
        expect(book.slice(dueEntries(book, now).length).every(({ due }) => due > now)).toBe(true);
      }),
    );
  });
});

describe('what an answer in practice tells', () => {
  const open = { ...finishedSession('aaaaaaaaaa', 'p', [true, false]), finishedAt: null };
  it('is told once the session is finished, of a review at once', () => {
    expect(answersOfSession({ ...open, finishedAt: 9 })).toEqual([right('i-0', 2000), wrong('i-1', 2000)]);
    expect(answersOfSession(open)).toEqual([]);
    expect(answersOfSession({ ...open, mode: 'review' })).toHaveLength(2);
  });
});

describe('what an answer in a campaign tells', () => {
  const campaignBank = createBank(bankItems(2));
  const exam = campaignOf({ mode: 'exam', keys: 'after-close' });
  const begun = (campaign: Campaign) => begunAttempt(campaign, campaignBank);
  const played = (campaign: Campaign) =>
    playedAttempt(begun(campaign), campaign, campaignBank, (n) => n !== 2);
  const closed = exam.window.closes + day;

  it('nothing until the keys may be shown: after the close for an exam, after handing in for a contest', () => {
    const paper = played(exam);
    expect(answersOfAttempt(paper, exam, new Map(), exam.window.closes)).toEqual([]);
    expect(answersOfAttempt(paper, exam, new Map(), closed).map(({ right }) => right)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    const contest = campaignOf({ keys: 'after-finish' });
    expect(answersOfAttempt(played(contest), contest, new Map(), opening + 6000)).toHaveLength(5);
    const setting = { campaign: contest, bank: campaignBank, now: opening + 1000 };
    const half = answerItem(begun(contest), 0, false, setting).attempt;
    expect(answersOfAttempt(half, contest, new Map(), opening + 2000)).toEqual([]);
    expect(answersOfAttempt(half, contest, new Map(), opening + day)).toEqual([
      wrong(half.items[0]!.item, opening + 1000),
    ]);
  });

  it('goes by the rulings: another key turns right and wrong, a void item tells nothing', () => {
    const paper = played(exam);
    const [first, , third] = paper.items.map(({ item }) => item) as [string, string, string];
    const rulings = new Map<string, readonly number[] | null>([
      [third, paper.items[2]!.picked],
      [first, null],
    ]);
    const told = answersOfAttempt(paper, exam, rulings, closed);
    expect(told.map(({ item }) => item)).not.toContain(first);
    expect(told.find(({ item }) => item === third)!.right).toBe(true);
  });
});
