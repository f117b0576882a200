import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BadInput } from '../../../src/errors.ts';
import { importFormats, readAny } from '../../../src/quiz/import/readers/index.ts';
import type { Reading } from '../../../src/quiz/import/reading.ts';
import { linesOf } from '../../../src/quiz/import/text/line.ts';
import { readText } from '../../../src/quiz/import/text/read-text.ts';

/** Banks torn to pieces: what real ones are made of, in any order. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...[
      '一、单选题',
      '二、判断题（正确打√）',
      '三、填空题',
      '第一章 总则',
      '参考答案',
      '- 3 -',
      '---',
      '民法典题库',
    ],
    ...['1.', '1、甲', '（2）乙', '第3题 丙', '4 丁', '2021年', '12345', '10.', '20、（√）'],
    ...['A.甲', 'B、乙', 'C．丙D．丁', '(D)戊', 'A.甲 B.乙 C.丙', 'A', 'E:', 'a.甲', '选项A：己'],
    ...[
      '答案：A',
      '正确答案：ABC',
      '【答案】',
      '答案：√',
      '答案：略',
      '（AB）',
      '（ ）',
      'ANSWER: B',
      '对',
      'A',
    ],
    ...[
      '解析：因为',
      '【解析】',
      '难度：易',
      '1-5 ABCDA',
      '1.A 2.B 3.C',
      '题号\t1\t2',
      '答案\tA\tB',
      '\t',
      '',
    ],
    ...[
      '（一）案情如下，根据材料回答1-2题。',
      '下列说法正确的是',
      '根据民法典第十条的规定，以下哪一项说法正确？',
    ],
    ...[
      '::t::',
      '{',
      '}',
      '=甲',
      '~乙',
      '{T}',
      '\\',
      '####',
      '//',
      '$CATEGORY: x',
      '<quiz>',
      '<question type="x">',
      '</quiz>',
    ],
    ...['题干,答案', '"', ',', 'bank: b', 'items:', '  - id: x', '&a', '*a', '％'],
  ),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
);
const bank = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join('\n'));

const claimed = ({ items, rejected, headings }: Reading): number[] =>
  [...new Set([...[...items, ...rejected].flatMap(({ lines }) => lines), ...headings])].sort((a, b) => a - b);

it('no text is too torn to read, no line of it is lost, and every item is sound', () => {
  fc.assert(
    fc.property(bank, (source) => {
      const reading = readText(source);
      expect(claimed(reading)).toEqual(linesOf(source).map(({ number }) => number));
      for (const { type, stem, options, answer } of reading.items) {
        expect(stem.trim()).toBe(stem);
        expect(stem).not.toBe('');
        expect(options.length).toBeGreaterThanOrEqual(2);
        expect(options).not.toContain('');
        expect(answer.length).toBeGreaterThanOrEqual(type === 'multiple' ? 2 : 1);
        for (const key of answer) expect(options[key]).toBeDefined();
      }
    }),
    { numRuns: 400 },
  );
});

it.each(importFormats)(
  'as %s, text or junk is read or refused as bad input, and no line is lost',
  async (format) => {
    const bytes = fc.oneof(
      bank.map((source) => Buffer.from(source)),
      fc.uint8Array({ maxLength: 200 }),
      bank.map((source) => Buffer.concat([Buffer.from('PK\u0003\u0004word/'), Buffer.from(source)])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        try {
          const reading = await readAny(`bank.${format}`, input, format);
          if (format === 'txt' || format === 'gift' || format === 'aiken') {
            const source = Buffer.from(input).toString('utf8');
            if (Buffer.from(source).equals(Buffer.from(input))) {
              expect(claimed(reading)).toEqual(linesOf(source).map(({ number }) => number));
            }
          }
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      }),
      { numRuns: 150 },
    );
  },
);
