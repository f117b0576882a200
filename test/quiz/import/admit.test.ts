import { expect, it } from 'vitest';
import { admit } from '../../../src/quiz/import/admit.ts';
import { withIds } from '../../../src/quiz/import/bank-of.ts';
import type { ImportedItem } from '../../../src/quiz/import/reading.ts';
import { itemOf } from '../../fakes/items.ts';

const item = (line: number, stem: string, rest: Partial<ImportedItem> = {}): ImportedItem => ({
  type: 'single',
  stem,
  options: ['甲', '乙', '丙'],
  answer: [0],
  lines: [line],
  ...rest,
});
const kinds = (...items: ImportedItem[]) =>
  admit(items, [itemOf('old-1', { stem: '老题目问什么？', options: ['一', '二', '三'] })]).repeats.map(
    ({ item: { lines }, of, kind }) => [lines[0], of, kind],
  );

it('lets an item in once, whatever the order of its options and its punctuation', () => {
  const twin = item(5, '下列说法正确的是', { options: ['丙', '乙', '甲'], answer: [2] });
  expect(kinds(item(1, '下列说法正确的是：'), twin)).toEqual([[5, { line: 1 }, 'same']]);
  expect(kinds(item(1, '老题目，问什么', { options: ['一', '二', '三'] }))).toEqual([
    [1, { id: 'old-1' }, 'same'],
  ]);
});

it('keeps items apart that share only a common stem', () => {
  const { admitted, repeats } = admit(
    [item(1, '下列说法正确的是'), item(5, '下列说法正确的是', { options: ['天', '地', '人'] })],
    [],
  );
  expect(admitted).toHaveLength(2);
  expect(repeats).toEqual([]);
});

it('holds back the second of two items with different keys, and reports items nearly the same', () => {
  expect(kinds(item(1, '问什么'), item(5, '问什么', { answer: [1] }))).toEqual([
    [5, { line: 1 }, 'conflict'],
  ]);
  const long = '小王向小李借了五万元，约定一年后归还，没有写利息，要付利息吗？';
  expect(kinds(item(1, long), item(5, long.replace('吗', '么')))).toEqual([[5, { line: 1 }, 'near']]);
});

it('gives ids that are free, keeps those that are, and fills in the book where none is named', () => {
  const items = [item(1, '一', { id: 'own-1' }), item(2, '二', { id: 'taken' }), item(3, '三', { book: 6 })];
  const written = withIds(items, 'b', new Set(['taken', 'b-001']), 5);
  expect(written.map(({ id, book }) => [id, book])).toEqual([
    ['own-1', 5],
    ['b-002', 5],
    ['b-003', 6],
  ]);
});
