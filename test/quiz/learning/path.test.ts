import { expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import { type Answered, traceOf } from '../../../src/quiz/learning/answered.ts';
import { nextStep, pathOf } from '../../../src/quiz/learning/path.ts';
import { presentPath, presentStep } from '../../../src/quiz/learning/present/path.ts';
import { wrongBook } from '../../../src/quiz/learning/wrong-book.ts';
import { itemOf } from '../../fakes/items.ts';

const ids = (book: number) => [1, 2, 3, 4, 5].map((n) => `b${book}-${n}`);
const bank = createBank([
  ...[1, 2, 3].flatMap((book) => ids(book).map((id) => itemOf(id, { book }))),
  itemOf('elsewhere', { book: null }),
]);
const now = 1000;
const walked = (answers: Answered[]) => {
  const traces = traceOf(answers);
  return pathOf(bank, traces, wrongBook(traces, new Map(), bank), now);
};
const allRight = (book: number): Answered[] => ids(book).map((item) => ({ item, right: true, at: 10 }));
const actions = (message: { buttons: { action: string }[][] }) =>
  message.buttons.flat().map(({ action }) => action);

it('counts what was seen, right the last time, and known: an item missed before stays due until it is reviewed', () => {
  const [first] = walked([
    ...allRight(1),
    { item: 'b1-1', right: false, at: 20 },
    { item: 'b1-2', right: false, at: 5 },
  ]);
  expect(first).toEqual({ book: 1, title: '总则', items: 5, seen: 5, right: 4, mastered: 3, due: 2 });
});

it('goes on with the first book under four fifths, skips books without items, and ends after the last', () => {
  expect(walked([]).map(({ book }) => book)).toEqual([1, 2, 3]);
  expect(nextStep(walked([]))!.book).toBe(1);
  expect(nextStep(walked(allRight(1).slice(1)))!.book).toBe(2);
  expect(nextStep(walked([...allRight(1).slice(2), ...allRight(2)]))!.book).toBe(1);
  expect(nextStep(walked([1, 2, 3].flatMap(allRight)))).toBeNull();
});

it('offers the next book, its cards and practice, and says it warmly when all is learnt', () => {
  const path = walked(allRight(1));
  const page = presentPath(path);
  expect(page.paragraphs.at(-1)!.text).toContain('建议接着学：物权编');
  expect(page.charts[0]!.bars.map(({ value }) => value)).toEqual([100, 0, 0]);
  expect(actions(page)).toEqual([
    'learn:2',
    'learn:1',
    'learn:2',
    'learn:3',
    'command:wrong',
    'command:quiz',
  ]);
  expect(actions(presentStep(path[1]!, path, 0))).toEqual(['book:1', 'begin:2', 'learn:3', 'command:learn']);
  const done = presentPath(walked([1, 2, 3].flatMap(allRight)));
  expect(done.paragraphs.at(-1)!.text).toContain('明白人');
  expect(actions(done)).toContain('begin:0');
});
