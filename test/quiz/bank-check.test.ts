import { expect, it } from 'vitest';
import { checkBanks } from '../../src/quiz/bank-check.ts';
import type { Item } from '../../src/quiz/bank-file.ts';
import { itemOf } from '../fakes/items.ts';

const cards = new Set([1047]);
const check = (...items: Item[]) =>
  checkBanks(
    [
      {
        file: 'b.yaml',
        bank: 'b',
        title: 't',
        asOf: '2021-01-01',
        items: items.map((item, i) => ({ item, line: i * 10 + 5 })),
      },
    ],
    cards,
  );
const rulesOf = (...items: Item[]) =>
  check(...items).map(({ severity, rule, item, line }) => `${severity} ${rule} ${item}:${line}`);

it('finds nothing in sound items', () => {
  expect(
    check(itemOf('a', { stem: '男方多大能结婚？' }), itemOf('b', { type: 'judge', stem: '扶养是义务。' })),
  ).toEqual([]);
});

it.each<[string, Partial<Item>, string]>([
  ['a key out of range', { answer: [4] }, 'error key a:5'],
  ['a key below zero', { answer: [-1] }, 'error key a:5'],
  ['an option twice', { options: ['甲', '乙', '甲'] }, 'error options a:5'],
  ['an empty explanation', { explanation: '' }, 'error explanation a:5'],
  ['an article that does not exist', { article: 1261 }, 'error article a:5'],
  ['an article of another book', { article: 1164 }, 'error article a:5'],
  ['an article without a card', { article: 1048 }, 'warning article a:5'],
  ['a breach of the rules of its type', { answer: [0, 1] }, 'error type a:5'],
])('reports %s', (_, change, finding) => {
  expect(rulesOf(itemOf('a', change))).toEqual([finding]);
});

it('reports a key given twice', () => {
  expect(rulesOf(itemOf('a', { type: 'multiple', answer: [1, 1] }))).toEqual(['error key a:5']);
});

it('reports an id in use with the place of the other', () => {
  const [finding] = check(itemOf('a', { stem: '一问' }), itemOf('a', { stem: '二答' }));
  expect(finding).toMatchObject({ rule: 'id', line: 15, message: expect.stringContaining('b.yaml:5') });
});

it('reports stems alike but for spaces and punctuation as errors, nearly alike as warnings', () => {
  const stem = '小王向小李借了五万元，约定一年后归还，没有写利息，要付利息吗？';
  expect(rulesOf(itemOf('a', { stem }), itemOf('b', { stem: stem.replace('，', ' , ') }))).toEqual([
    'error duplicate b:15',
  ]);
  expect(rulesOf(itemOf('a', { stem }), itemOf('b', { stem: stem.replace('吗', '么') }))).toEqual([
    'warning duplicate b:15',
  ]);
  expect(rulesOf(itemOf('a', { stem }), itemOf('b', { stem: '小王向老赵租房，押金要退吗？' }))).toEqual([]);
});

it('reports keys that favour a letter, and only then', () => {
  const items = (keys: number[]) =>
    keys.map((key, i) =>
      itemOf(`i${i}`, { answer: [key], stem: '无'.repeat(i) + String.fromCharCode(0x4e00 + i * 7) }),
    );
  const balance = (keys: number[]) => check(...items(keys)).filter(({ rule }) => rule === 'balance');
  expect(balance(Array.from({ length: 20 }, (_, i) => i % 4))).toEqual([]);
  expect(balance(Array.from({ length: 20 }, (_, i) => (i < 11 ? 2 : i % 4)))).toMatchObject([
    { severity: 'warning', file: 'b.yaml', item: null },
  ]);
  expect(balance([2, 2, 2])).toEqual([]);
});

it('takes an imported bank as it comes, but for what makes an item unfit', () => {
  const item = itemOf('a', {
    stem: '下列说法正确的是',
    options: ['甲', '乙'],
    article: null,
    book: null,
    explanation: '',
  });
  const other = itemOf('b', { ...item, id: 'b', options: ['丙', '丁'] });
  const found = (source: string | undefined) =>
    checkBanks(
      [
        {
          file: 'b.yaml',
          bank: 'b',
          title: 't',
          asOf: '2021-01-01',
          source,
          items: [item, other].map((each) => ({ item: each, line: 5 })),
        },
      ],
      cards,
    ).map(({ rule }) => rule);
  expect(found('题库.docx')).toEqual([]);
  expect(found(undefined)).toEqual(['type', 'type', 'explanation', 'explanation', 'duplicate']);
});
