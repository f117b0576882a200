import { type Html, html } from './html.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** What one character more may be joined to, so that a line still has places to break. */
const longestJoined = 3;

/** A headline that breaks between words, of which Chinese shows none. */
export function wordsOf(text: string): Html[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && staysWith(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words.map((word) => html`${word}<wbr>`);
}

/** What follows an opening mark or a number: （示例, 2026年度; closing marks; a character alone: 民法典. */
function staysWith(last: string, next: string): boolean {
  if (/[\p{Ps}\p{Pi}\d]$/u.test(last)) return true;
  if (!/^[^\p{Ps}\p{Pi}]$/u.test(next)) return false;
  return !/\p{L}/u.test(next) || last.length <= longestJoined;
}
