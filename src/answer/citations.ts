import { articleReferences } from '../knowledge/article-reference.ts';
import { figures } from '../knowledge/figures.ts';
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
    const fault = articleFault(sentence.text, cited) ?? lawFault(sentence.text, cited);
    if (fault) return fault;
    const held = cited.map((passage) => `${passageText(passage)}\n${cardText(passage)}`).join('\n');
    const figure = [...figures(sentence.text)].find((each) => !figures(held).has(each));
    if (figure) return { kind: 'figure', named: figure };
    const number = digits(sentence.text).find((each) => !digits(held).includes(each));
    if (number) return { kind: 'number', named: number };
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
      named.explicit &&
      !basis.some(
        (b) =>
          b.article === named.article && (named.law === null || b.law === null || named.law.endsWith(b.law)),
      ),
  );
  return stray ? { kind: 'article', named: `${stray.law ?? ''}第${stray.article}条` } : null;
}

function lawFault(text: string, cited: Passage[]): Fault | null {
  for (const [, law] of text.matchAll(/《(.+?)》/gu)) {
    if (!cited.some((passage) => law!.endsWith(passage.law) || passage.basis.includes(law!))) {
      return { kind: 'law', named: law! };
    }
  }
  return null;
}

/** Telephone numbers, years, sums: any run of three digits or more. Article numbers are judged apart. */
function digits(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll(/第?\d+条/g, '')
      .match(/\d[\d,.]{2,}/g)
      ?.map((run) => run.replaceAll(/[,.]+$|,/g, '')) ?? []
  );
}

const cardText = (passage: Passage): string =>
  passage.card ? Object.values(passage.card).flat().join('\n') : '';
