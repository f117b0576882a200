import { decode } from '../decode.ts';
import { reasons } from '../phrases.ts';
import { emptyReading, type ImportedItem, type Reading } from '../reading.ts';
import { keyOf } from '../text/key.ts';
import { type Line, linesOf } from '../text/line.ts';
import { readValue } from '../text/value.ts';
import type { BankReader } from './bank-reader.ts';

const option = /^([A-Z])[.)]\s+(.*)$/;
const answer = /^ANSWER\s*:\s*(.*)$/i;

/** Aiken (docs.moodle.org/en/Aiken_format): stem, options A. B. …, ANSWER: A. */
export const aiken: BankReader = {
  format: 'aiken',
  extensions: ['.aiken'],
  read: async (file, bytes) => readAiken(linesOf(decode(file, bytes))),
};

/** Whether a text looks like Aiken throughout: every answer line in its words, and some. */
export const looksLikeAiken = (source: string): boolean =>
  /^ANSWER\s*:\s*[A-Z]\s*$/m.test(source) && /^A[.)]\s/m.test(source) && !/答案/.test(source);

function readAiken(lines: readonly Line[]): Reading {
  const reading = emptyReading();
  let block: Line[] = [];
  lines.forEach((line, i) => {
    block.push(line);
    if (!answer.test(line.text) && i < lines.length - 1) return;
    const item = itemOf(block.map(({ text }) => text));
    const numbers = block.map(({ number }) => number);
    if ('reason' in item)
      reading.rejected.push({ lines: numbers, reason: item.reason, text: block[0]!.text });
    else reading.items.push({ ...item, lines: numbers });
    block = [];
  });
  return reading;
}

function itemOf(texts: readonly string[]): Omit<ImportedItem, 'lines'> | { reason: string } {
  const first = texts.findIndex((text) => option.exec(text)?.[1] === 'A');
  const given = answer.exec(texts.at(-1)!)?.[1];
  if (first < 0) return { reason: reasons.noOptions };
  const stem = texts.slice(0, first).join('\n');
  if (!stem) return { reason: reasons.noStem };
  const options: string[] = [];
  for (const text of texts.slice(first, given === undefined ? undefined : -1)) {
    const found = option.exec(text);
    if (!found) options[options.length - 1] += `\n${text}`;
    else if (found[1]!.charCodeAt(0) - 65 === options.length) options.push(found[2]!.trim());
    else return { reason: reasons.gap(String.fromCharCode(65 + options.length)) };
  }
  const value = given ? (readValue(given)?.value ?? null) : null;
  const key = keyOf({ options, value, written: given ?? '', section: null });
  return 'reason' in key ? key : { ...key, stem };
}
