import { type Reach, readCase } from './case.ts';
import { type Cut, type Draft, draftOf } from './draft.ts';
import { hasInlineAnswer } from './inline-answer.ts';
import { joinLines } from './join.ts';
import type { NumberStyle } from './number.ts';
import { findOptions } from './options.ts';
import { isTitle, type Section } from './section.ts';
import { hasSubstance, type Numbering } from './survey.ts';
import type { Token } from './token.ts';

interface Case {
  tokens: Token[];
  reach: Reach;
  told: number;
}

/** Questions of a section whose numbers say where each begins. */
export function cutNumbered(tokens: readonly Token[], section: Section | null, numbering: Numbering): Cut {
  const cut: Cut = { drafts: [], headings: [] };
  const styles: NumberStyle[] = [];
  const begins = beginnings(tokens, numbering);
  let current: Draft | null = null;
  let facts: Case | null = null;
  let collecting = false;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const atEnd = next === undefined || begins.has(i + 1) || next.kind === 'ornament';
    if (token.kind === 'number' && begins.has(i)) {
      collecting = false;
      current = draftOf(section, token.n ?? cut.drafts.length + 1, [token]);
      if (facts) facts = share(facts, current);
      cut.drafts.push(current);
      styles.push(token.style);
    } else if (token.kind === 'ornament' && (atEnd || !current || !inExplanation(current))) {
      cut.headings.push(token.line);
    } else if (collecting && facts) facts.tokens.push(token);
    else if (
      token.kind === 'text' &&
      (!current || hasSubstance(current.tokens)) &&
      beginsCase(tokens, i, begins)
    ) {
      facts = { tokens: [token], reach: readCase(token.text)!, told: 0 };
      collecting = true;
    } else if (token.kind === 'text' && isTitle(token.text) && atEnd && (!current || closed(current))) {
      cut.headings.push(token.line);
    } else if (current) current.tokens.push(token);
    else if (token.kind === 'note' || (token.kind === 'text' && !hasSubstance([token]) && i < 8)) {
      cut.headings.push(token.line);
    }
  });
  return { ...cut, drafts: nest(cut.drafts, styles) };
}

/** The tokens at which questions begin; a number out of line inside a text begins none. */
function beginnings(tokens: readonly Token[], { styles, counting }: Numbering): Set<number> {
  const candidates = tokens.flatMap((token, i) =>
    token.kind === 'number' && (styles.has(token.style) || isWhole(token.rest)) ? [{ i, token }] : [],
  );
  const begins = new Set<number>();
  const last = new Map<NumberStyle, number>();
  let open = -1;
  let lately = 0;
  const own = (k: number): Token[] => tokens.slice(candidates[k]!.i, candidates[k + 1]?.i ?? tokens.length);
  const asking = candidates.map((_, k) => hasSubstance(own(k)));
  /** Whether the number comes again with a question, before the question with the number after it. */
  const comesAgain = (k: number): boolean => {
    const { style, n } = candidates[k]!.token;
    const later = (m: number): number =>
      candidates.findIndex(({ token }, j) => j > k && asking[j] && token.style === style && token.n === m);
    const again = later(n!);
    const after = later(n! + 1);
    return again >= 0 && (after < 0 || again < after);
  };
  candidates.forEach(({ i, token: { style, n } }, k) => {
    const stranger = !styles.has(style);
    if (stranger && n !== lately + 1) return;
    const before = stranger ? lately : (last.get(style) ?? 0);
    const complete = open < 0 || hasSubstance(tokens.slice(open, i));
    const listed = !asking[k] && !begins.has(candidates[k - 1]?.i ?? i) && k > 0 && comesAgain(k);
    const next = n === before + 1 && !listed;
    const sure = !counting || n === null || style === 'bare' || open < 0 || next;
    if (!sure && !(complete && asking[k])) return;
    begins.add(i);
    open = i;
    if (style !== 'paren') last.delete('paren');
    lately = n ?? before + 1;
    last.set(style, lately);
  });
  return begins;
}

/** Whether a line is a question with its options and answer, so that it is one however it is numbered. */
const isWhole = (text: string): boolean =>
  hasInlineAnswer(text) && (findOptions(text)?.options.length ?? 0) > 2;

const inExplanation = ({ tokens }: Draft): boolean => tokens.some(({ kind }) => kind === 'note');

/** Whether a question has its answer and ended with it, so that a short line after it is no part of it. */
const closed = ({ tokens }: Draft): boolean => {
  const last = tokens.at(-1)!;
  return (
    tokens.some((token) => token.kind === 'answer' && token.value !== null) &&
    last.kind !== 'text' &&
    !(last.kind === 'answer' && last.written === '')
  );
};

/** Facts must be followed by a question before any option or answer. */
function beginsCase(tokens: readonly Token[], i: number, begins: ReadonlySet<number>): boolean {
  if (readCase(tokens[i]!.text) === null) return false;
  for (let k = i + 1; k < tokens.length; k++) {
    if (begins.has(k)) return true;
    if (tokens[k]!.kind !== 'text' && tokens[k]!.kind !== 'number') return false;
  }
  return false;
}

/** Gives a question the facts that reach it; what is left of them, null where they end. */
function share(facts: Case, draft: Draft): Case | null {
  const { reach, told } = facts;
  if (typeof reach === 'object' && 'to' in reach && (draft.n < reach.from || draft.n > reach.to)) {
    if (told === 0) draft.factLines = facts.tokens.map(({ line }) => line);
    return null;
  }
  if (typeof reach === 'object' && 'count' in reach && told >= reach.count) return null;
  draft.facts = joinLines(facts.tokens.map(({ text }) => text));
  if (told === 0) draft.factLines = facts.tokens.map(({ line }) => line);
  return { ...facts, told: told + 1 };
}

/** A numbered case with questions (1), (2) under it: its words are the facts of each. */
function nest(drafts: readonly Draft[], styles: readonly NumberStyle[]): Draft[] {
  const nested: Draft[] = [];
  let outer: { draft: Draft; style: NumberStyle; first: boolean } | null = null;
  drafts.forEach((draft, i) => {
    const style = styles[i]!;
    const inner = drafts[i + 1];
    if (outer && style === outer.style) outer = null;
    if (outer) {
      const { tokens } = outer.draft;
      draft.facts = joinLines(tokens.map((token) => (token.kind === 'number' ? token.rest : token.text)));
      if (outer.first) draft.factLines.push(...outer.draft.factLines, ...tokens.map(({ line }) => line));
      outer.first = false;
    } else if (inner && inner.n === 1 && styles[i + 1] !== style && !hasSubstance(draft.tokens)) {
      outer = { draft, style, first: true };
      return;
    }
    nested.push(draft);
  });
  return nested;
}
