import { type Html, html } from './html.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A headline that breaks between words, of which Chinese shows none. A character alone stays with the word before it: 民法典. */
export function wordsOf(text: string): Html[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (words.length > 0 && [...segment].length === 1) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words.map((word) => html`${word}<wbr>`);
}
