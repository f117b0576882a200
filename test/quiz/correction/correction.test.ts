import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBanks } from '../../../src/quiz/bank-check.ts';
import type { BankFile } from '../../../src/quiz/bank-file.ts';
import { applyCorrections, type Changes, type Correction } from '../../../src/quiz/correction/correction.ts';
import { parseCorrections, withCorrection } from '../../../src/quiz/correction/corrections-file.ts';
import { fixOf, regradingOf } from '../../../src/quiz/correction/fix.ts';
import { itemOf } from '../../fakes/items.ts';

const corrects = (item: string, changes: Changes): Correction => ({
  item,
  at: '2026-01-02T03:04:05Z',
  by: '张三',
  reason: '核对',
  ...changes,
});
const placed = (...corrections: Correction[]) =>
  corrections.map((correction, i) => ({ file: 'corrections.yaml', line: 10 * (i + 1), correction }));
const files: BankFile[] = [
  {
    file: 'b.yaml',
    bank: 'b',
    title: 't',
    asOf: '2021-01-01',
    items: [
      { item: itemOf('a', { stem: '一问？' }), line: 5 },
      { item: itemOf('b', { type: 'multiple', stem: '二问是哪些？' }), line: 9 },
    ],
  },
];
const itemsAfter = (...corrections: Correction[]) =>
  applyCorrections(files, placed(...corrections)).files[0]!.items.map(({ item }) => item);

describe('corrections', () => {
  it('come one over the other: each part as the last one says, and options letter by letter', () => {
    const [a, b] = itemsAfter(
      corrects('a', { key: 'B', options: { A: '新甲', B: '新乙' }, article: 1164 }),
      corrects('b', { key: 'CA' }),
      corrects('a', { key: 'D', options: { B: '更新乙' }, explanation: '改。' }),
    );
    expect(a).toMatchObject({
      stem: '一问？',
      options: ['新甲', '更新乙', '丙', '丁'],
      answer: [3],
      explanation: '改。',
      article: 1164,
      book: 7,
    });
    expect(b!.answer).toEqual([0, 2]);
    expect(files[0]!.items[0]!.item.options[0]).toBe('甲');
  });

  it('withdraw an item whatever comes after, and tell of an item that no bank holds', () => {
    const corrections = placed(
      corrects('a', { withdraw: true }),
      corrects('a', { key: 'B' }),
      corrects('gone', { key: 'B' }),
    );
    const { files: after, findings } = applyCorrections(files, corrections);
    expect(after[0]!.items.map(({ item }) => item.id)).toEqual(['b']);
    expect(findings).toMatchObject([{ severity: 'warning', item: 'gone', line: 30 }]);
  });

  it('that make an item unfit are reported where they stand', () => {
    const { files: after, findings } = applyCorrections(
      files,
      placed(
        corrects('b', { stem: '改？' }),
        corrects('b', { key: 'A' }),
        corrects('a', { options: { E: '戊' } }),
      ),
    );
    expect(findings).toMatchObject([{ severity: 'error', file: 'corrections.yaml', line: 30, item: 'a' }]);
    expect(checkBanks(after, new Set([1047]))).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'type',
        item: 'b',
        file: 'corrections.yaml',
        line: 20,
      }),
    );
  });
});

describe('the file of corrections', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 40, unit: 'binary' })
    .map((text) => `字${text.trim()}字`);
  const changes = fc.record(
    {
      key: fc.stringMatching(/^[A-D]{1,4}$/),
      stem: words,
      options: fc.dictionary(fc.constantFrom('A', 'B', 'C'), words, { minKeys: 1 }),
      article: fc.integer({ min: 1, max: 1258 }),
      withdraw: fc.constant(true as const),
    },
    { requiredKeys: ['stem'] },
  );

  it('gives back what is added, whatever the words, and leaves what is there as it is written', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), (list) => {
        const corrections = list.map((each, i) => corrects(`i-${i}`, each));
        const source = corrections.reduce(withCorrection, '');
        const read = parseCorrections('c.yaml', source);
        expect(read.findings).toEqual([]);
        expect(read.corrections.map(({ correction }) => correction)).toEqual(corrections);
      }),
      { numRuns: 100 },
    );
    const own =
      '# 处里的说明\ncorrections:\n  - { item: a, at: 2026-01-01T00:00:00Z, by: 李, reason: r, key: B } # 已核\n';
    const after = withCorrection(own, corrects('b', { key: 'AB' }));
    expect(after).toContain('# 处里的说明');
    expect(after).toContain('# 已核');
    expect(parseCorrections('c.yaml', after).corrections.map(({ line }) => line)).toEqual([3, 4]);
  });

  it.each<[string, string, number, RegExp]>([
    ['no YAML', 'corrections:\n  - {item: a\n', 3, /flow|must|Flow/],
    ['another shape', 'fixes: []\n', 1, /corrections|fixes/],
    [
      'nothing changed',
      'corrections:\n  - {item: a, at: 2026-01-01T00:00:00Z, by: b, reason: r}\n',
      2,
      /changes nothing/,
    ],
    [
      'a key in figures',
      'corrections:\n  - item: a\n    at: 2026-01-01T00:00:00Z\n    by: b\n    reason: r\n    key: "2"\n',
      6,
      /capital letters/,
    ],
    [
      'no such article',
      'corrections:\n  - item: a\n    at: 2026-01-01T00:00:00Z\n    by: b\n    reason: r\n    article: 1261\n',
      6,
      /no book/,
    ],
    ['no reason', 'corrections:\n  - {item: a, at: 2026-01-01T00:00:00Z, by: b, key: A}\n', 2, /reason/],
  ])('tells of %s with its line', (_, source, line, message) => {
    const { corrections, findings } = parseCorrections('c.yaml', source);
    expect(corrections).toEqual([]);
    expect(findings[0]).toMatchObject({ severity: 'error', file: 'c.yaml', line });
    expect(findings[0]!.message).toMatch(message);
  });
});

describe('a fix', () => {
  it.each<[string, string, Changes, RegExp]>([
    ['an item that is not there', 'x', { key: 'A' }, /no bank holds it/],
    ['what stands already', 'a', { key: 'A', options: { B: '乙' } }, /nothing would change/],
    ['two keys of a single item', 'a', { key: 'AB' }, /exactly one key/],
    ['one key of a multiple item', 'b', { key: 'A' }, /two keys|at least/],
    ['a key beyond the options', 'a', { key: 'E' }, /out of range/],
    ['an option that the item does not have', 'a', { options: { E: '戊' } }, /no option E/],
    ['an option that stands already', 'a', { options: { B: '甲' } }, /given twice/],
  ])('is refused for %s', (_, item, changes, message) => {
    expect(() => fixOf(files, corrects(item, changes))).toThrow(message);
  });

  it('says what answers given before are to count as', () => {
    const due = (changes: Changes) => regradingOf(fixOf(files, corrects('b', changes)));
    expect(due({ key: 'DA' })).toEqual({ due: 'yes', key: 'AD' });
    expect(due({ withdraw: true })).toEqual({ due: 'yes', key: null });
    expect(due({ stem: '改？' })).toEqual({ due: 'perhaps' });
    expect(due({ options: { D: '改' } })).toEqual({ due: 'perhaps' });
    expect(due({ explanation: '改。', article: 1050 })).toEqual({ due: 'no' });
  });
});
