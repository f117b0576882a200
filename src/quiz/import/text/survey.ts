import { hasInlineAnswer } from './inline-answer.ts';
import { doubtfulStyles, type NumberStyle, numberStyles } from './number.ts';
import { findOptions } from './options.ts';
import type { Token } from './token.ts';

type NumberToken = Extract<Token, { kind: 'number' }>;

/** How a bank numbers its questions. */
export interface Numbering {
  styles: ReadonlySet<NumberStyle>;
  /** Whether the numbers count up by one, so that a number out of line is part of a text. */
  counting: boolean;
}

/** Whether tokens hold what only a question has: options or an answer. */
export const hasSubstance = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'answer' ||
      (token.kind === 'option' && token.letter === 0) ||
      hasInlineAnswer(token.text) ||
      (token.text.includes('B') && findOptions(`${token.text}`) !== null),
  );

const enoughShare = 0.12;
const mostlyQuestions = 0.6;

/** The styles whose numbers are mostly followed by options or an answer. `tables`: the answers stand apart. */
export function survey(tokens: readonly Token[], tables: boolean): Numbering {
  const questions = Math.max(
    tokens.filter(({ kind }) => kind === 'answer').length,
    tokens.filter((token) => token.kind === 'option' && token.letter === 0).length,
  );
  const measured = numberStyles.map((style) => measure(tokens, style, tables));
  const accepted = measured.filter(
    ({ style, count, questionLike, counting, first }) =>
      questionLike > 0 &&
      (questionLike / count >= (style === 'bare' ? 0.5 : mostlyQuestions) ||
        (counting && questionLike >= questions / 2)) &&
      questionLike >= questions * enoughShare &&
      (!doubtfulStyles.includes(style) || (counting && (count > 1 || first === 1))),
  );
  return {
    styles: new Set(accepted.map(({ style }) => style)),
    counting: accepted.length > 0 && accepted.every(({ counting }) => counting),
  };
}

function measure(tokens: readonly Token[], style: NumberStyle, tables: boolean) {
  const places = tokens.flatMap((token, i) => (token.kind === 'number' && token.style === style ? [i] : []));
  const numbers = places.map((place) => (tokens[place] as NumberToken).n);
  const asking = places.flatMap((place, k) => {
    const own = tokens.slice(place, places[k + 1] ?? tokens.length);
    const kind = sectionAt(tokens, place);
    const n = numbers[k]!;
    const inRow = n !== null && (numbers[k + 1] === n + 1 || numbers[k - 1] === n - 1);
    return hasSubstance(own) || ((tables || kind === 'judge' || kind === 'other') && inRow) ? [n] : [];
  });
  const inStep = asking.filter((n, k) => n === null || n === 1 || n === (asking[k - 1] ?? n - 1) + 1).length;
  return {
    style,
    count: places.length,
    questionLike: asking.length,
    counting: inStep / asking.length >= 0.8,
    first: numbers[0],
  };
}

function sectionAt(tokens: readonly Token[], place: number): string | null {
  for (let i = place; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'section') return token.section.kind;
  }
  return null;
}
