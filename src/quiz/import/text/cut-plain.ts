import { type Cut, type Draft, draftOf } from './draft.ts';
import { hasInlineAnswer } from './inline-answer.ts';
import { isTitle, type Section } from './section.ts';
import { hasSubstance } from './survey.ts';
import type { Token } from './token.ts';
import { wholeValue } from './value.ts';

/** Questions of a section without numbers: a new one begins with the first words after a complete one. */
export function cutPlain(all: readonly Token[], section: Section | null): Cut {
  const tokens = all.map((token): Token => (token.kind === 'number' ? asText(token) : token));
  const cut: Cut = { drafts: [], headings: [] };
  const gaps = tokens.filter(({ gap }) => gap).length / Math.max(1, tokens.length);
  const gapsTell = gaps > 0 && gaps < 0.6;
  let current: Draft | null = null;
  const begin = (run: readonly Token[]): void => {
    current = draftOf(section, cut.drafts.length + 1, [...run]);
    cut.drafts.push(current);
  };
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    const run = textsFrom(tokens, i);
    if (token.kind === 'ornament') {
      cut.headings.push(token.line);
      i++;
    } else if (run.length > 0) {
      const next = tokens[i + run.length];
      if (!current) {
        const titles = leadingTitles(run, next);
        cut.headings.push(...run.slice(0, titles).map(({ line }) => line));
        for (const each of perLine(run.slice(titles), section, next)) begin(each);
      } else {
        const at = beginsAt(run, current, next, gapsTell, section);
        (current as Draft).tokens.push(...run.slice(0, at));
        if (at < run.length) for (const each of perLine(run.slice(at), section, next)) begin(each);
      }
      i += run.length;
    } else {
      if (!current || (token.kind === 'option' && token.letter === 0 && hasTwoOptions(current))) begin([]);
      current!.tokens.push(token);
      i++;
    }
  }
  return cut;
}

/** Where numbers part no questions they are the first words of a sentence: 2021年…… */
const asText = ({ line, text, gap }: Token): Token => ({ line, text, gap, kind: 'text' });

const isText = (token: Token): boolean => token.kind === 'text';

function textsFrom(tokens: readonly Token[], from: number): Token[] {
  let to = from;
  while (to < tokens.length && isText(tokens[to]!)) to++;
  return tokens.slice(from, to);
}

/** Titles at the top of a bank: short lines before the first question's own. */
function leadingTitles(run: readonly Token[], next: Token | undefined): number {
  let n = 0;
  while (n < run.length - (next ? 1 : 0) && isTitle(run[n]!.text) && !hasInlineAnswer(run[n]!.text)) n++;
  return n;
}

/** Lines that each hold their own answer are questions of their own, unless options follow. */
function perLine(run: readonly Token[], section: Section | null, next: Token | undefined): Token[][] {
  const lines: Token[][] = [];
  for (const token of run) {
    const line = lines.at(-1);
    if (line && line[0]!.line === token.line) line.push(token);
    else lines.push([token]);
  }
  const answered = lines.filter(holdsAnswer).length;
  const each =
    next?.kind !== 'option' && answered > 1 && (section?.kind === 'judge' || answered === lines.length);
  if (!each) return lines.length > 0 ? [[...run]] : [];
  const items: Token[][] = [[]];
  for (const line of lines) {
    items.at(-1)!.push(...line);
    if (holdsAnswer(line)) items.push([]);
  }
  return items.filter((item) => item.length > 0);
}

/** An answer inside a text, or alone in the last cell of a row. */
const holdsAnswer = (line: readonly Token[]): boolean =>
  line.some(({ text }) => hasInlineAnswer(text)) ||
  (line.length > 1 && wholeValue(line.at(-1)!.text) !== null);

const hasTwoOptions = ({ tokens }: Draft): boolean => {
  const letters = tokens.flatMap((token) => (token.kind === 'option' ? [token.letter] : []));
  return (
    letters.includes(0) &&
    (letters.includes(1) || tokens.some(({ text }) => /[^A-Za-z]B\s*[.、．:：]/.test(text)))
  );
};

/** The first of a run of texts that belongs to the next question; the run's length where all belong to this one. */
function beginsAt(
  run: readonly Token[],
  { tokens }: Draft,
  next: Token | undefined,
  gapsTell: boolean,
  section: Section | null,
): number {
  const options = tokens.some((token) => token.kind === 'option');
  const answer = tokens.find((token) => token.kind === 'answer');
  const inline = !answer && tokens.some((token) => isText(token) && hasInlineAnswer(token.text));
  const complete = answer
    ? options || answer.value?.letters === null || next?.kind !== 'option'
    : inline || options;
  const leadsOn = next?.kind === 'option' || next?.kind === 'answer' || hasSubstance(run);
  if (!complete || !leadsOn) return complete && section?.kind === 'judge' && !next ? 0 : run.length;
  if (!answer && !inline && next?.kind === 'answer' && options) return run.length;
  const gap = run.findIndex(({ gap: set }) => set);
  if (gapsTell && gap >= 0) return gap;
  return tokens.at(-1)!.kind === 'note' ? run.length - 1 : 0;
}
