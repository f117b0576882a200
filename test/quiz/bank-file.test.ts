import { expect, it } from 'vitest';
import { readBank } from '../../src/quiz/bank-file.ts';

const head = 'bank: b\ntitle: 民法典 · 总则编\nasOf: 2021-01-01\nitems:\n';
const good = `  - id: a-1
    type: judge
    book: 1
    article: 17
    difficulty: 1
    stem: 十八周岁以上是成年人。
    options: [正确, 错误]
    answer: [0]
    explanation: 满十八周岁就是成年人。
`;

const linesOf = (source: string) => readBank('b.yaml', source).findings.map(({ line, item }) => [line, item]);

it('gives items with the line on which they begin', () => {
  const { file, findings } = readBank('b.yaml', head + good + good.replace('a-1', 'a-2'));
  expect(findings).toEqual([]);
  expect(file.items.map(({ line, item }) => [line, item.id])).toEqual([
    [5, 'a-1'],
    [14, 'a-2'],
  ]);
});

it('names the line of a bad value and keeps the other items', () => {
  const { file, findings } = readBank(
    'b.yaml',
    head + good.replace('difficulty: 1', 'difficulty: 4') + good.replace('a-1', 'a-2'),
  );
  expect(findings).toMatchObject([{ line: 9, item: 'a-1', file: 'b.yaml', severity: 'error' }]);
  expect(file.items.map(({ item }) => item.id)).toEqual(['a-2']);
});

it('names the line of an option in a list', () => {
  const bank = good.replace('[正确, 错误]', "\n      - 正确\n      - ''");
  expect(linesOf(head + bank)).toEqual([[13, 'a-1']]);
});

it('names the item where something is missing, and the key where something is unknown', () => {
  expect(linesOf(head + good.replace(/ {4}stem: .*\n/, ''))).toEqual([[5, 'a-1']]);
  expect(linesOf(head + good.replace('stem:', 'stm:'))).toHaveLength(2);
});

it('names the line of broken YAML', () => {
  expect(
    linesOf(head + good.replace('[正确, 错误]', '[正确, 错误')).map(([line]) => line)[0],
  ).toBeGreaterThanOrEqual(11);
  expect(linesOf('')).not.toEqual([]);
  expect(linesOf('items: 3')).not.toEqual([]);
});

it('asks less of an imported bank, and of that alone', () => {
  const bare = good.replace(/ {4}(?:book|article|difficulty|explanation): .*\n/g, '');
  expect(linesOf(head + bare).length).toBeGreaterThanOrEqual(4);
  const { file, findings } = readBank('b.yaml', head.replace('items:', 'source: 题库.docx\nitems:') + bare);
  expect(findings).toEqual([]);
  expect(file).toMatchObject({ source: '题库.docx' });
  expect(file.items[0]!.item).toMatchObject({ book: null, article: null, difficulty: 2, explanation: '' });
});
