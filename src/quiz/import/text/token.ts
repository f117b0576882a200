import { labelsInside, readAnswer, readNote } from './label.ts';
import type { Line } from './line.ts';
import { type NumberStyle, readNumber } from './number.ts';
import { isOrnament, readHeading, type Section } from './section.ts';
import { type Value, valuePattern } from './value.ts';

/** A piece of a line: a cell between tabs, or what a label sets apart. */
export type Token = {
  line: number;
  text: string;
  /** Whether a blank line stands before it. */
  gap: boolean;
} & (
  | { kind: 'section'; section: Section }
  | { kind: 'ornament' }
  | { kind: 'number'; style: NumberStyle; n: number | null; rest: string }
  | { kind: 'option'; letter: number }
  | { kind: 'answer'; value: Value | null; written: string; rest: string }
  | { kind: 'note'; note: string }
  | { kind: 'text' }
);

export const tokensOf = (lines: readonly Line[]): Token[] =>
  lines.flatMap(({ text, number, gap }) =>
    piecesOf(text).map((piece, i) => classify({ line: number, text: piece, gap: gap && i === 0 })),
  );

const bullet = /^(?:#+(?=\s*[\d第（(])|[-•●·▪◆■□○▶►]|\*(?=\s))\s*(?=\S)/;
/** The answer in front of the number: （√）1. … */
const answerFirst = new RegExp(
  `^([（(【\\[]\\s*${valuePattern}?\\s*[）)】\\]])\\s*((?:\\d{1,4}\\s*[.、．:：]|[（(]\\d{1,4}[）)]|第\\d+题)\\s*)(?!\\d)`,
);

/** The same without brackets: √ 1. … */
const markFirst = /^([√×✓✔✗✘])\s*(\d{1,4}\s*[.、．])(?!\d)\s*/;

/** What tabs and labels set apart in a line. A whole heading is left in one piece. */
function piecesOf(line: string): string[] {
  if (readHeading(line)) return [line];
  return line
    .split('\t')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .flatMap((cell) => {
      const at = [0, ...labelsInside(cell), cell.length];
      return at.slice(1).map((end, i) => cell.slice(at[i], end).trim());
    })
    .filter(Boolean)
    .map((piece) => (/^[-—]{2}/.test(piece) ? piece : piece.replace(bullet, '')))
    .map((piece) =>
      piece
        .replace(/^\*{2}(.+?)\*{2}\s*/, '$1')
        .replace(answerFirst, '$2$1')
        .replace(markFirst, '$2（$1）'),
    );
}

const optionAtStart =
  /^(?:选项\s*)?[（([【]?\s*([A-ZＡ-Ｚa-zａ-ｚ])\s*(?:[)）\]】]|[.、．。:：,，;；·]|(?=\t|$)|\s+(?=\S))/;

function classify(piece: { line: number; text: string; gap: boolean }): Token {
  const { text } = piece;
  const section = readHeading(text);
  if (section) return { ...piece, kind: 'section', section };
  const answer = readAnswer(text);
  if (answer) return { ...piece, kind: 'answer', ...answer };
  const note = readNote(text);
  if (note !== null) return { ...piece, kind: 'note', note };
  const numbered = readNumber(text);
  if (numbered) return { ...piece, kind: 'number', ...numbered };
  if (isOrnament(text)) return { ...piece, kind: 'ornament' };
  const letter = optionAtStart.exec(text)?.[1];
  if (letter && !/^[a-z]\s/.test(text)) {
    return { ...piece, kind: 'option', letter: letter.normalize('NFKC').toUpperCase().charCodeAt(0) - 65 };
  }
  return { ...piece, kind: 'text' };
}
