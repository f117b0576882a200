import { cutNumbered } from './cut-numbered.ts';
import { cutPlain } from './cut-plain.ts';
import type { Cut } from './draft.ts';
import { isPage, type Section } from './section.ts';
import { survey } from './survey.ts';
import type { Token } from './token.ts';
import { wholeValue } from './value.ts';

/** Cuts a bank into questions, section by section: by its numbers where it has them, else by its answers. */
export function cut(all: readonly Token[], tables: boolean): Cut {
  const pages = all.filter(({ text }) => isPage(text));
  const tokens = withValues(all.filter(({ text }) => !isPage(text)));
  const numbering = survey(tokens, tables);
  const whole: Cut = { drafts: [], headings: pages.map(({ line }) => line) };
  let section: Section | null = null;
  let part: Token[] = [];
  const close = (): void => {
    const numbered = part.some((token) => token.kind === 'number' && numbering.styles.has(token.style));
    const { drafts, headings } = numbered ? cutNumbered(part, section, numbering) : cutPlain(part, section);
    whole.drafts.push(...drafts);
    whole.headings.push(...headings);
    part = [];
  };
  for (const token of tokens) {
    if (token.kind !== 'section') part.push(token);
    else {
      close();
      section = token.section;
      whole.headings.push(token.line);
    }
  }
  close();
  return whole;
}

/** An answer on the line after its label: both tokens then say it. */
function withValues(tokens: readonly Token[]): Token[] {
  const isLabel = (token: Token | undefined): boolean =>
    token?.kind === 'answer' && token.value === null && token.written === '';
  return tokens.map((token, i): Token => {
    const { line, text, gap } = token;
    const place = isLabel(tokens[i - 1]) ? token : isLabel(token) ? tokens[i + 1] : undefined;
    const value = place ? wholeValue(place.text) : null;
    return value ? { line, text, gap, kind: 'answer', value, written: value.written, rest: '' } : token;
  });
}
