import { hasInlineAnswer } from '../text/inline-answer.ts';
import { readHeading } from '../text/section.ts';

/** A paragraph of a document. `list`: what list Word numbers it in, the same object for the same list. */
export interface Listed {
  list: object | null;
  text: string;
}

const fewestOptions = 2;
const mostOptions = 8;

/**
 * The labels that Word shows before numbered paragraphs and keeps out of their text. A list that comes in short
 * runs, each after a paragraph outside it, holds options: A. B. C. from the start of each run; any other counts
 * its questions: 1. 2. 3.
 */
export function labelsOf(paragraphs: readonly Listed[]): (string | null)[] {
  const filled = paragraphs.filter(({ text }) => text.trim());
  const runs = new Map<object, Listed[][]>();
  const headed = new Map<object, number>();
  filled.forEach((paragraph, i) => {
    const { list } = paragraph;
    if (!list) return;
    const own = runs.get(list) ?? [];
    runs.set(list, own);
    const before = filled[i - 1];
    if (before?.list === list) own.at(-1)!.push(paragraph);
    else {
      own.push([paragraph]);
      if (!before || readHeading(before.text)) headed.set(list, (headed.get(list) ?? 0) + 1);
    }
  });
  const isOptions = (list: object): boolean => {
    const own = runs.get(list)!;
    const short = own.filter(
      (run) =>
        run.length >= fewestOptions &&
        run.length <= mostOptions &&
        !run.every(({ text }) => hasInlineAnswer(text)),
    );
    return short.length - (headed.get(list) ?? 0) > own.length / 2;
  };
  const options = new Set([...runs.keys()].filter(isOptions));
  const counts = new Map<object, number>();
  let last: object | null = null;
  return paragraphs.map(({ list, text }) => {
    if (!text.trim()) return null;
    const goesOn = list === last;
    last = list;
    if (!list) return null;
    const n = options.has(list) && !goesOn ? 0 : (counts.get(list) ?? 0);
    counts.set(list, n + 1);
    return options.has(list) ? `${String.fromCharCode(65 + n)}. ` : `${n + 1}. `;
  });
}
