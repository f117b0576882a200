import { articleReferences } from '../knowledge/article-reference.ts';
import { numeralCharacters, readNumeral } from '../knowledge/chinese-numeral.ts';
import { figures, plainDigits } from '../knowledge/figures.ts';
import { type Passage, passageText } from '../knowledge/passage.ts';
import type { DraftSentence } from './write.ts';

export type Fault =
  | { kind: 'no-source' }
  | { kind: 'article'; named: string }
  | { kind: 'law'; named: string }
  | { kind: 'figure'; named: string }
  | { kind: 'number'; named: string };

/**
 * What a model's sentences claim beyond the passages they cite; null where nothing.
 * Sentences without a source are not judged: `citedSentences` leaves them out before.
 */
export function findFault(sentences: DraftSentence[], passages: Passage[]): Fault | null {
  if (sentences.length === 0) return { kind: 'no-source' };
  for (const sentence of sentences) {
    const cited = sentence.hits.map((index) => passages[index]!);
    const held = cited.map((passage) => `${passageText(passage)}\n${cardText(passage)}`).join('\n');
    const fault =
      articleFault(sentence.text, cited) ??
      lawFault(sentence.text, cited, held) ??
      figureFault(sentence.text, held) ??
      numberFault(sentence.text, held);
    if (fault) return fault;
  }
  return null;
}

/** Only what stands on a source may be said. */
export const citedSentences = (sentences: DraftSentence[]): DraftSentence[] =>
  sentences.filter((sentence) => sentence.text !== '' && sentence.hits.length > 0);

function articleFault(text: string, cited: Passage[]): Fault | null {
  const basis = cited.flatMap((passage) => articleReferences(passage.basis));
  const stray = articleReferences(text).find(
    (named) =>
      (named.explicit || named.article >= 100) &&
      !basis.some(
        (b) =>
          b.article === named.article && (named.law === null || b.law === null || named.law.endsWith(b.law)),
      ),
  );
  return stray ? { kind: 'article', named: `${stray.law ?? ''}第${stray.article}条` } : null;
}

/** 《离婚协议》 that the passage speaks of is a paper, not a law of the model's own. */
function lawFault(text: string, cited: Passage[], held: string): Fault | null {
  for (const [, law] of text.matchAll(/《(.+?)》/gu)) {
    const known = cited.some((passage) => law!.endsWith(passage.law) || passage.basis.includes(law!));
    if (!known && !held.includes(law!)) return { kind: 'law', named: law! };
  }
  return null;
}

function figureFault(text: string, held: string): Fault | null {
  const known = figures(held);
  const named = [...figures(text)].find((figure) => !known.has(figure));
  return named === undefined ? null : { kind: 'figure', named };
}

const numeral = new RegExp(`[${numeralCharacters}]+`, 'gu');

/** Telephone numbers, years, sums: any run of three digits or more. Article numbers are judged apart. */
function numberFault(text: string, held: string): Fault | null {
  const known = new Set([
    ...digits(held),
    ...[...held.matchAll(numeral)].map(([written]) => String(readNumeral(written))),
  ]);
  const named = digits(text).find((number) => !known.has(number));
  return named === undefined ? null : { kind: 'number', named };
}

const digits = (text: string): string[] =>
  plainDigits(text)
    .replaceAll(/第?\d+条/g, '')
    .match(/\d[\d.]{2,}/g)
    ?.map((run) => run.replace(/\.+$/, '')) ?? [];

const cardText = (passage: Passage): string =>
  passage.card ? Object.values(passage.card).flat().join('\n') : '';
