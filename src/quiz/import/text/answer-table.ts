import { type Entry, entriesOf, explainedEntry, rowEntries, takeLeadIn } from './answer-entry.ts';
import { readNote } from './label.ts';
import type { Line } from './line.ts';
import { readNumber } from './number.ts';
import { isOrnament, isTitle, readHeading, type Section } from './section.ts';

/** Answers that stand apart from their questions. */
export interface AnswerTable {
  /** Entries in runs, each with the section that its heading names. */
  runs: { section: Section | null; entries: Entry[] }[];
  /** Where it begins. */
  line: number;
}

const heading =
  /^[#*\s【[（(]*(?:[一二三四五六七八九十]+[、.．]\s*|附件?\d?[:：]?\s*)?[^。？?（(]{0,12}?(?:参考|标准|正确)?答\s*案(?:及|与|和)?(?:解析|详解|说明|部分|汇总|速查|一览|附后)?表?\s*[】\]）)*]*\s*[:：]?$/;

/** Takes tables of answers out of a bank: what is left, the tables, and the headings in them. */
export function takeTables(lines: readonly Line[]): {
  rest: Line[];
  tables: AnswerTable[];
  headings: number[];
} {
  const rest: Line[] = [];
  const tables: AnswerTable[] = [];
  const headings: number[] = [];
  for (let i = 0; i < lines.length; ) {
    const table = tableAt(lines, i);
    if (table) {
      tables.push(table.table);
      headings.push(...table.headings);
      i = table.end;
    } else rest.push(lines[i++]!);
  }
  return { rest, tables, headings };
}

/** Whether answers begin at a line without a heading over them. */
function begins(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (!line) return false;
  if (rowEntries(line, lines[i + 1])) return true;
  const entries = entriesOf(takeLeadIn(line).line);
  if (entries && entries.length > 1) return true;
  const next = [line, lines[i + 1], lines[i + 2]].map((each) => each && entriesOf(each));
  return next.every((each, k) => each?.length === 1 && each[0]!.n === next[0]![0]!.n + k);
}

function tableAt(lines: readonly Line[], start: number) {
  let i = start;
  const headings: number[] = [];
  const headed = heading.test(lines[start]!.text);
  if (headed) {
    headings.push(lines[i++]!.number);
    while (i < lines.length && i < start + 4 && isLead(lines[i]!)) i++;
    const first = lines[i];
    if (!first || !(begins(lines, i) || entriesOf(takeLeadIn(first).line) || explainedEntry(first)))
      return null;
    i = start + 1;
  } else if (!begins(lines, start)) return null;

  const table: AnswerTable = { runs: [], line: lines[start]!.number };
  let section: Section | null = null;
  let last: Entry | undefined;
  const add = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      const run = table.runs.at(-1);
      if (!run || run.section !== section || entry.n <= run.entries.at(-1)!.n) {
        table.runs.push({ section, entries: [entry] });
      } else run.entries.push(entry);
      last = entry;
    }
  };
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    const rows = rowEntries(line, lines[i + 1]);
    const { section: named, line: numbers } = takeLeadIn(line);
    const entries = rows ?? entriesOf(numbers) ?? (headed ? explainedEntry(line) : null);
    const note = readNote(line.text);
    if (entries) {
      section = named ?? section;
      add([entries].flat());
      if (rows) headings.push(lines[++i]!.number);
    } else if (isLead(line) && leads(lines, i + 1, headed)) {
      section = readHeading(line.text) ?? section;
      headings.push(line.number);
    } else if (headed && last && (note !== null || goesOn(line))) {
      last.explanation = [last.explanation, note ?? line.text].filter(Boolean).join('\n');
      headings.push(line.number);
    } else break;
  }
  return { table, headings, end: i };
}

const isLead = (line: Line): boolean =>
  entriesOf(takeLeadIn(line).line) === null &&
  (readHeading(line.text) !== null ||
    isOrnament(line.text) ||
    (isTitle(line.text) && !/^\d/.test(line.text)));

/** Whether answers go on after a heading. */
function leads(lines: readonly Line[], from: number, headed: boolean): boolean {
  const next = lines.slice(from, from + 3).find((line) => !isLead(line));
  if (!next) return false;
  return (
    entriesOf(takeLeadIn(next).line) !== null ||
    rowEntries(next, lines[lines.indexOf(next) + 1]) !== null ||
    (headed && explainedEntry(next) !== null)
  );
}

/** Whether a line goes on with the explanation above it: no question, option or heading begins there. */
const goesOn = ({ text }: Line): boolean =>
  readNumber(text) === null &&
  !/^[A-ZＡ-Ｚ]\s*[.、．:：]/.test(text) &&
  readHeading(text) === null &&
  !isOrnament(text);
