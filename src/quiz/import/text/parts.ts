import { findOptions } from './options.ts';
import type { Token } from './token.ts';
import { type Value, wholeValue } from './value.ts';

export interface Parts {
  /** Stem and options, pieces of a line apart by a tab, lines by a line end. */
  body: string;
  answers: { value: Value | null; written: string }[];
  explanation: string;
}

/** What a draft's tokens are to their question. */
export function partsOf(tokens: readonly Token[]): Parts {
  const body: Token[] = [];
  const explanation: string[] = [];
  const answers: Parts['answers'] = [];
  let place: 'body' | 'answer' | 'note' = 'body';
  tokens.forEach((token, i) => {
    const open = answers.at(-1);
    if (token.kind === 'answer') {
      const filled = answers.find(({ value }) => value !== null);
      if (place === 'note' && filled) explanation.push(token.text);
      else answers.push({ value: token.value, written: token.written });
      if (token.rest) explanation.push(token.rest);
      place = 'answer';
    } else if (token.kind === 'note') {
      if (token.note) explanation.push(token.note);
      place = 'note';
    } else if (place === 'answer' && open?.value === null && open.written === '' && token.kind !== 'number') {
      open.value = wholeValue(token.text);
      open.written = token.text;
    } else if (belongs(token, place, body, tokens.slice(i))) {
      body.push(token);
      if (token.kind === 'option') place = 'body';
    } else explanation.push(token.text);
  });
  return { body: textOf(body), answers, explanation: explanation.join('\n') };
}

/** Text after the answer is part of the question only while its options are still to come. */
function belongs(token: Token, place: string, body: readonly Token[], ahead: readonly Token[]): boolean {
  if (place === 'body' || body.length === 0) return true;
  if (findOptions(textOf(body)) !== null) return false;
  return token.kind === 'option' || ahead.some((each) => each.kind === 'option' && each.letter === 0);
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token, i) => {
      const before = tokens[i - 1];
      const joint = !before ? '' : before.line === token.line ? '\t' : '\n';
      return joint + (token.kind === 'number' && i === 0 ? token.rest : token.text);
    })
    .join('');
}
