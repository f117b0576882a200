import { decode } from '../decode.ts';
import { reasons } from '../phrases.ts';
import { emptyReading, type Reading } from '../reading.ts';
import { type Line, linesOf } from '../text/line.ts';
import type { BankReader } from './bank-reader.ts';
import { giftItem } from './gift-item.ts';

/** GIFT (docs.moodle.org/en/GIFT_format): multiple choice, true or false and missing word. */
export const gift: BankReader = {
  format: 'gift',
  extensions: ['.gift'],
  read: async (file, bytes) => readGift(linesOf(decode(file, bytes))),
};

const answersInBraces = /(?<!\\)\{\s*(?:[=~]|(?:T|F|TRUE|FALSE)\s*(?:#|\})|[^{}]*\n\s*[=~])/;

export const looksLikeGift = (source: string): boolean =>
  answersInBraces.test(source) && !/^\s*(?:正确)?答案/m.test(source);

function readGift(lines: readonly Line[]): Reading {
  const reading = emptyReading();
  let block: Line[] = [];
  let remarks: Line[] = [];
  let depth = 0;
  const close = (): void => {
    if (block.length > 0) {
      const numbers = [...remarks, ...block].map(({ number }) => number);
      const source = block.map(({ text }) => text).join('\n');
      const item =
        depth > 0
          ? { reason: reasons.unclosed }
          : giftItem(source, remarks.map(({ text }) => text).join(' '));
      if ('reason' in item)
        reading.rejected.push({ lines: numbers, reason: item.reason, text: block[0]!.text });
      else reading.items.push({ ...item, lines: numbers });
    } else reading.headings.push(...remarks.map(({ number }) => number));
    [block, remarks, depth] = [[], [], 0];
  };
  for (const line of lines) {
    if (line.gap && depth <= 0) close();
    if (/^\$[A-Z]+\s*:/.test(line.text) && block.length === 0) {
      reading.headings.push(line.number);
    } else if (line.text.startsWith('//') && depth <= 0) {
      if (block.length > 0) close();
      remarks.push(line);
    } else {
      // A title or second answers open a new question even where the blank line is missing.
      const answered = block.some(({ text }) => braces(text, '{') > 0);
      const another = line.text.startsWith('::') || (answered && braces(line.text, '{') > 0);
      if (depth <= 0 && block.length > 0 && another) close();
      block.push(line);
      depth += braces(line.text, '{') - braces(line.text, '}');
    }
  }
  close();
  return reading;
}

const braces = (text: string, brace: string): number => text.replace(/\\./g, '').split(brace).length - 1;
