import { BadInput } from '../../../errors.ts';
import { readBank } from '../../bank-file.ts';
import { decode } from '../decode.ts';
import { reasons } from '../phrases.ts';
import { keyOf } from '../text/key.ts';
import { linesOf } from '../text/line.ts';
import type { BankReader } from './bank-reader.ts';

/** The project's own format. What a bank from elsewhere may lack, this may lack too. */
export const yaml: BankReader = {
  format: 'yaml',
  extensions: ['.yaml', '.yml'],
  async read(file, bytes) {
    const source = decode(file, bytes);
    const { file: bank, starts, findings } = readBank(file, source, true);
    const whole = findings.find(({ line }) => !starts.some((start) => start <= line));
    if (whole) throw new BadInput({ file, line: whole.line }, reasons.shape(whole.message));
    const lines = linesOf(source);
    const extent = (start: number): number[] => {
      const end = starts.find((other) => other > start) ?? Number.POSITIVE_INFINITY;
      return lines.filter(({ number }) => number >= start && number < end).map(({ number }) => number);
    };
    const textAt = (start: number): string => lines.find(({ number }) => number === start)?.text ?? '';
    const refused = new Map<number, string>();
    for (const { line, message } of findings) {
      const start = starts.findLast((each) => each <= line)!;
      if (!refused.has(start)) refused.set(start, reasons.shape(message));
    }
    const items = bank.items.flatMap(({ item, line }) => {
      const value = {
        letters: [...item.answer].sort((a, b) => a - b),
        right: null,
        written: item.answer.join(),
      };
      const key = keyOf({ options: item.options, value, written: '', section: null });
      if ('reason' in key) refused.set(line, key.reason);
      const { book, article, ...rest } = item;
      return 'reason' in key
        ? []
        : [{ ...rest, ...key, ...(book && { book }), ...(article && { article }), lines: extent(line) }];
    });
    return {
      items,
      rejected: [...refused].map(([start, reason]) => ({
        lines: extent(start),
        reason,
        text: textAt(start),
      })),
      headings: lines
        .filter(({ number }) => number < (starts[0] ?? Number.POSITIVE_INFINITY))
        .map(({ number }) => number),
    };
  },
};
