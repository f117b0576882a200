import type { Section } from './section.ts';
import type { Token } from './token.ts';
import type { Value } from './value.ts';

/** What belongs to one question, in the order of the file. */
export interface Draft {
  section: Section | null;
  /** As numbered, else its place in the section. */
  n: number;
  tokens: Token[];
  /** Facts that it shares with questions near it, and their lines where it is the first of them. */
  facts: string;
  factLines: number[];
  /** What a table of answers says of it. */
  given: { value: Value; explanation: string; line: number } | null;
}

/** Tokens cut into questions; what neither a question nor a heading holds belongs to none. */
export interface Cut {
  drafts: Draft[];
  headings: number[];
}

export const draftOf = (section: Section | null, n: number, tokens: Token[]): Draft => ({
  section,
  n,
  tokens,
  facts: '',
  factLines: [],
  given: null,
});
