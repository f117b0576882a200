import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/quiz/bank-file.ts';
import { bankWriters } from '../../../src/quiz/export/index.ts';
import { readAny } from '../../../src/quiz/import/readers/index.ts';

/** Text as a bank can hold it: trimmed, with everything that some format has a meaning for. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom(
        ...[
          '~',
          '=',
          '#',
          '{',
          '}',
          ':',
          '::',
          '\\',
          '\\n',
          '####',
          '%50%',
          '->',
          '//',
          '$CATEGORY: x',
          '[html]',
          '$',
        ],
        ...[
          '<',
          '>',
          '&',
          '&amp;',
          '<b>',
          ']]>',
          '<![CDATA[',
          '"',
          "'",
          ',',
          ';',
          '\t',
          '\n',
          '\n\n',
          '- ',
          '? ',
          '! ',
          '|',
        ],
        ...[
          '（A）',
          '( √ )',
          'A.',
          'B、',
          '答案：C',
          '解析：',
          '1.',
          '一、单选题',
          '_x0041_',
          '=1+1',
          '【多选题】',
          '（2分）',
        ],
        ...['结婚年龄', '二十二周岁', ' ', 'null', 'true', '2021-01-01'],
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\u200b-\u200d\u2028\u2029\u2060\ufeff\ufffe\uffff\u00ad]/gu, (c) =>
        c === '\n' || c === '\t' ? c : '',
      )
      .trim(),
  )
  .filter((line) => line !== '');

const options = fc.uniqueArray(text, { minLength: 3, maxLength: 8 });
const rest = fc.record({
  book: fc.option(fc.integer({ min: 1, max: 7 })),
  article: fc.option(fc.integer({ min: 1, max: 1260 })),
  difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
  stem: text,
  explanation: fc.option(text, { nil: '' }),
});
const keyed = options.chain((list) =>
  fc
    .subarray(
      list.map((_, i) => i),
      { minLength: 1 },
    )
    .map((answer) => ({
      type: answer.length > 1 ? ('multiple' as const) : ('single' as const),
      options: list,
      answer,
    })),
);
const judged = fc
  .constantFrom(0, 1)
  .map((key) => ({ type: 'judge' as const, options: ['正确', '错误'], answer: [key] }));
const items = fc
  .array(fc.tuple(fc.oneof(keyed, judged), rest), { minLength: 1, maxLength: 5 })
  .map((list): Item[] => list.map(([asked, more], i) => ({ id: `x-${i + 1}`, ...asked, ...more })));

describe.each(bankWriters)('exported as $format', (writer) => {
  it('reads back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (bank) => {
        const bytes = await writer.write(bank, { bank: 'b', title: "题库: [1] / '甲'", asOf: '2021-01-01' });
        const reading = await readAny(`b${writer.extension}`, bytes);
        expect(reading.rejected).toEqual([]);
        expect(
          reading.items.map(({ lines, book = null, article = null, explanation = '', ...item }) => ({
            ...item,
            book,
            article,
            explanation,
          })),
        ).toEqual(bank);
      }),
      { numRuns: writer.format === 'xlsx' ? 60 : 200 },
    );
  });
});
