import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bankPaths, readBanks } from '../../../../src/quiz/bank.ts';
import { readText } from '../../../../src/quiz/import/text/read-text.ts';
import { explanations, headings, labels, letters, numbers, typed } from '../../../fakes/typist.ts';

const { files } = await readBanks(await bankPaths(resolve(import.meta.dirname, '../../../../seeds/banks')));
const bank = files.flatMap(({ items }) => items.map(({ item }) => item));

const habits = fc.record({
  number: fc.constantFrom(...numbers),
  letter: fc.constantFrom(...letters),
  between: fc.constantFrom('\n', '\n', ' ', '  ', '\t', '\n\n', ''),
  optionsOnStem: fc.boolean(),
  answer: fc.constantFrom('after', 'before', 'in stem', 'at end', 'after last option'),
  label: fc.constantFrom(...labels),
  judge: fc.constantFrom<[string, string]>(['对', '错'], ['√', '×'], ['正确', '错误']),
  joint: fc.constantFrom('', '、', ',', ' '),
  explains: fc.constantFrom(...explanations),
  headings: fc.constantFrom(...headings),
  restarts: fc.boolean(),
  gap: fc.constantFrom('', '\n'),
});

it('reads back what people type, whatever their habits', () => {
  fc.assert(
    fc.property(fc.subarray(bank, { minLength: 6, maxLength: 14 }), habits, (items, how) => {
      // Without numbers a table of answers has nothing to name.
      fc.pre(!(how.number(1) === '' && how.answer === 'at end'));
      const source = typed(items, how as Parameters<typeof typed>[1]);
      const reading = readText(source);
      const plain = ({ stem, options, answer }: (typeof items)[number] | (typeof reading.items)[number]) =>
        JSON.stringify([stem.replace(/（ ）$/, '').trim(), options, [...answer].sort()]);
      const order = ['single', 'multiple', 'judge'];
      const expected = [...items].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type)).map(plain);
      expect(reading.items.map(plain), source).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
