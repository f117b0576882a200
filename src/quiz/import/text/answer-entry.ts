import { readAnswer, readNote } from './label.ts';
import type { Line } from './line.ts';
import { type Section, sectionOf } from './section.ts';
import { readValue, type Value, wholeValue } from './value.ts';

/** The answer to question `n` as a table at the end of a bank gives it. */
export interface Entry {
  n: number;
  value: Value;
  explanation: string;
  line: number;
}

const single =
  /^[\s,，;；、|。.]*(?:第\s*)?[（(]?(\d{1,4})\s*题?\s*[）)]?\s*[.．:：、）)]?\s*(?:答案\s*[:：])?\s*([A-ZＡ-Ｚ](?:[、,，]?[A-ZＡ-Ｚ])*(?![A-Za-zＡ-Ｚ])|正确|错误|[√×✓✔✗✘对错](?!\p{Script=Han}))/u;
const range =
  /^[\s,，;；、|。.]*(?:第\s*)?(\d{1,4})\s*(?:[-–—~～―－]+|至|到)\s*(\d{1,4})\s*题?\s*[.．:：、）)]?\s*([^\d]+)/;
const oneValue = /正确|错误|[A-ZＡ-Ｚ√×✓✔✗✘对错]/g;
const leadIn =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])?\s*(?:((?:单项|多项|不定项)?选择|单选|多选|判断|是非)题?)?\s*[:：]?\s*(?:(?:参考|标准|正确)?答\s*案\s*[:：]?)?\s*/;

/** What a line of answers begins with before its numbers: 一、单选题： */
export function takeLeadIn(line: Line): { section: Section | null; line: Line } {
  const found = leadIn.exec(line.text)!;
  return {
    section: found[1] ? sectionOf(found[1]) : null,
    line: { ...line, text: line.text.slice(found[0].length) },
  };
}

const separators = /[\s,，、;；。.|:：]+/;

/** Answers of a line that holds nothing else: 1-5 ABCDA 6.AB 7.√. Null where it holds anything else. */
export function entriesOf({ text, number: line }: Line): Entry[] | null {
  const entries: Entry[] = [];
  let rest = text;
  while (rest.replace(/[\s。.；;，,]/g, '') !== '') {
    const many = range.exec(rest);
    const one = many ? null : single.exec(rest);
    const found = many ? manyValues(many) : one ? [one[2]!] : null;
    if (!found) return null;
    const first = Number((many ?? one)![1]);
    for (const [i, written] of found.entries()) {
      const value = wholeValue(written);
      if (!value) return null;
      entries.push({ n: first + i, value, explanation: '', line });
    }
    rest = rest.slice((many ?? one)![0].length);
  }
  return entries.length > 0 ? entries : null;
}

/** As many values as the range counts: in groups where it has spaces, else a character each. */
function manyValues([, from, to, written]: RegExpExecArray): string[] | null {
  const count = Number(to) - Number(from) + 1;
  const groups = written!.split(separators).filter(Boolean);
  if (groups.length === count) return groups;
  const each = written!.match(oneValue) ?? [];
  const nothingElse = written!.replace(oneValue, '').replace(separators, '') === '';
  return each.length === count && nothingElse ? each : null;
}

const numbered = /^(?:第\s*)?[（(]?(\d{1,4})\s*题?[）)]?\s*[.．:：、）)]?\s*/;

/** A line of a section with answers: 12.【答案】B【解析】… */
export function explainedEntry({ text, number: line }: Line): Entry | null {
  const n = numbered.exec(text);
  if (!n) return null;
  const after = text.slice(n[0].length);
  const read = readAnswer(after) ?? readValue(after);
  if (!read?.value) return null;
  const note = readNote(read.rest);
  const plain = /^[\s。，,；;（(]|^$/.test(read.rest) ? read.rest : null;
  const explanation = note ?? (readAnswer(after) ? read.rest : plain);
  return explanation === null ? null : { n: Number(n[1]), value: read.value, explanation, line };
}

const numberRow = /^(?:题\s*号|序\s*号|编号)[\s:：|]*([\d\s|,，]+)$/;
const answerRow = /^(?:正确|参考|标准)?答\s*案[\s:：|]*(.+)$/;

/** Two lines of a table: 题号 1 2 3 above 答案 A B C. */
export function rowEntries(numbers: Line, answers: Line | undefined): Entry[] | null {
  const ns = numberRow.exec(numbers.text)?.[1]?.match(/\d+/g);
  const written = answers && answerRow.exec(answers.text)?.[1];
  if (!ns || !written) return null;
  const groups = written.split(/[\s|]+/).filter(Boolean);
  const values = groups.length === ns.length ? groups : (written.match(oneValue) ?? []);
  if (values.length !== ns.length) return null;
  const entries = ns.flatMap((n, i): Entry[] => {
    const value = wholeValue(values[i]!);
    return value ? [{ n: Number(n), value, explanation: '', line: numbers.number }] : [];
  });
  return entries.length === ns.length ? entries : null;
}
