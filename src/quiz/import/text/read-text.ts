import { reasons } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import { takeTables } from './answer-table.ts';
import { cut } from './cut.ts';
import { itemOf } from './draft-item.ts';
import { type Line, linesOf } from './line.ts';
import { matchTables } from './match-tables.ts';
import { tokensOf } from './token.ts';

/** Reads questions as people type them: lines → tables of answers apart → tokens → questions → items. */
export function readLines(lines: readonly Line[]): Reading {
  const { rest, tables, headings } = takeTables(lines);
  const { drafts, headings: sections } = cut(tokensOf(rest), tables.length > 0);
  const unmatched = matchTables(drafts, tables);
  const read = drafts.map(itemOf);
  const items = read.flatMap((each) => ('item' in each ? [each.item] : []));
  const refused = read.flatMap((each) => ('rejected' in each ? [each.rejected] : []));
  const claimed = new Set([...items, ...refused].flatMap((each) => each.lines));
  const titles = [...new Set([...headings, ...sections])].filter((line) => !claimed.has(line));
  for (const line of titles) claimed.add(line);
  // What no question and no heading has claimed: stray texts, and nothing may be lost.
  const left = lines.filter(({ number }) => !claimed.has(number));
  const strays = left.map(({ number, text }) => ({ lines: [number], reason: reasons.stray, text }));
  return {
    items,
    rejected: [...refused, ...strays, ...unmatched].sort((a, b) => a.lines[0]! - b.lines[0]!),
    headings: titles.sort((a, b) => a - b),
  };
}

export const readText = (source: string): Reading => readLines(linesOf(source));
