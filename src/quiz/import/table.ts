import { readColumns } from './columns.ts';
import { reasons } from './phrases.ts';
import { emptyReading, type ImportedItem, type Reading } from './reading.ts';
import { takeInline } from './text/inline-answer.ts';
import { tidy } from './text/join.ts';
import { keyOf } from './text/key.ts';
import { findOptions } from './text/options.ts';
import { readHeading, type Section, sectionOf, takeTag } from './text/section.ts';
import { readValue, type Value } from './text/value.ts';

/** A row of a table with its place in the file. */
export interface Row {
  line: number;
  cells: string[];
}

/** How far down a header may stand. */
const deepestHeader = 20;

/**
 * The items of a table with a header that names at least a column for the stem and one for the answer.
 * Null where there is no such header.
 */
export function readTable(rows: readonly Row[], name = ''): Reading | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
  const at = filled.slice(0, deepestHeader).findIndex(({ cells }) => readColumns(cells) !== null);
  if (at < 0) return null;
  const columns = readColumns(filled[at]!.cells)!;
  const reading = emptyReading();
  reading.headings.push(...filled.slice(0, at + 1).map(({ line }) => line));
  let section: Section | null = readHeading(name);
  for (const { line, cells } of filled.slice(at + 1)) {
    const cell = (column: number | undefined): string =>
      column === undefined ? '' : (cells[column] ?? '').trim();
    const words = cells.map((each) => each.trim()).filter(Boolean);
    const heading = words.length === 1 ? readHeading(words[0]!) : null;
    if (heading || readColumns(cells)) {
      section = heading ?? section;
      reading.headings.push(line);
      continue;
    }
    const type = cell(columns.type);
    const options = columns.options.map(cell);
    while (options.at(-1) === '') options.pop();
    const raw = { stem: cell(columns.stem), options, all: cell(columns.all), answer: cell(columns.answer) };
    const item = columns.ours
      ? exactItem(raw)
      : looseItem(raw, type ? sectionOf(type) : section, columns.numbered);
    if ('reason' in item)
      reading.rejected.push({ lines: [line], reason: item.reason, text: words.join(' ') });
    else reading.items.push({ ...item, ...columns.extras(cell), lines: [line] });
  }
  return reading;
}

type Asked = Pick<ImportedItem, 'type' | 'stem' | 'options' | 'answer'>;
interface Raw {
  stem: string;
  options: string[];
  /** Every option in one cell. */
  all: string;
  answer: string;
}

/** A row that we wrote ourselves: taken as it stands. */
function exactItem({ stem, options, answer }: Raw): Asked | { reason: string } {
  if (!stem) return { reason: reasons.noStem };
  const key = keyOf({ options, value: readValue(answer)?.value ?? null, written: answer, section: null });
  return 'reason' in key ? key : { ...key, stem };
}

function looseItem(raw: Raw, section: Section | null, numbered: boolean): Asked | { reason: string } {
  const tagged = takeTag(raw.stem);
  let stem = tidy(tagged.text);
  let options = raw.options.length > 0 ? unlettered(raw.options) : inOneCell(raw.all);
  const value = answerOf(raw.answer, numbered);
  if (options.length === 0) {
    const chain = findOptions(stem);
    if (chain && chain.at > 0) {
      options = chain.options.map(tidy);
      stem = tidy(stem.slice(0, chain.at));
    }
  }
  const kind = tagged.section ?? section;
  if (kind?.kind === 'other' && options.length < 2) return { reason: reasons.unsupported(kind.word) };
  const fits = (each: Value): boolean =>
    options.length > 0
      ? (each.letters ?? [options.length]).every((letter) => letter < options.length)
      : each.right !== null;
  const inline = takeInline(stem, fits, value);
  if (!inline.stem) return { reason: reasons.noStem };
  const key = keyOf({ options, value: value ?? inline.value, written: raw.answer, section: kind });
  return 'reason' in key ? key : { ...key, stem: inline.stem };
}

/** An answer cell; where options are numbered rather than lettered, so may it be. */
function answerOf(text: string, numbered: boolean): Value | null {
  const digits = numbered ? /^[1-9](?:[\s,，、;；|]*[1-9])*$/.exec(text)?.[0].match(/\d/g) : null;
  if (digits)
    return { letters: [...new Set(digits.map((d) => Number(d) - 1))].sort(), right: null, written: text };
  const read = readValue(text);
  return read?.rest === '' ? read.value : null;
}

/** Options without letters of their own, where each bears its own: A.甲 | B.乙. */
function unlettered(options: readonly string[]): string[] {
  const bare = options.map((option, i) => {
    const letter = String.fromCharCode(65 + i);
    return new RegExp(`^[（(]?${letter}\\s*[.、．:：)）]\\s*(.+)$`, 's').exec(option.normalize('NFC'))?.[1];
  });
  return bare.every((option) => option !== undefined) ? (bare as string[]) : [...options];
}

/** A list as programs write it: ["甲","乙"]; null for anything else. */
function jsonList(text: string): string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : null;
  } catch {
    return null;
  }
}

const dividers = [/\n/, /\s*[|｜]\s*/, /\s*[;；]\s*/, /\t/];

function inOneCell(text: string): string[] {
  if (!text) return [];
  const listed = jsonList(text);
  if (listed) return unlettered(listed);
  const chain = findOptions(text);
  if (chain)
    return chain.options.map((option) =>
      tidy(option)
        .replace(/[|｜;；]$/, '')
        .trim(),
    );
  const divider = dividers.find((each) => each.test(text));
  return divider
    ? text
        .split(divider)
        .map((option) => option.trim())
        .filter(Boolean)
    : [text];
}
