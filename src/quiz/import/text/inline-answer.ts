import { sameValue, type Value, valuePattern, wholeValue } from './value.ts';

const bracketed = new RegExp(`([（(【\\[［]\\s*)(${valuePattern})(\\s*[）)】\\]］])`, 'g');
const underlined = new RegExp(`(_{1,})\\s*(${valuePattern})\\s*(_{1,})`, 'g');
const afterBlank = new RegExp(`([（(]\\s*[）)]\\s*[。.．？?：:]?\\s*)(${valuePattern})\\s*[。.]?$`);
const markAtEnd = /(?<=[\s。.．）)”"])\s*(√|×|✓|✔|✗|✘|对|错|正确|错误)$|(?<=.)\s*([√×✓✔✗✘])$/;

/** Whether a stem holds its own answer: （AB）, (√). */
export const hasInlineAnswer = (text: string): boolean =>
  text.search(bracketed) >= 0 ||
  text.search(underlined) >= 0 ||
  afterBlank.test(text) ||
  markAtEnd.test(text);

export interface Unanswered {
  stem: string;
  value: Value | null;
}

/**
 * Takes the answer out of a stem and leaves （ ）; several blanks make one answer.
 * @param fits what can be an answer to this item: a row of its letters, or right and wrong
 * @param known the answer given elsewhere; then only that one is taken out
 */
export function takeInline(text: string, fits: (value: Value) => boolean, known: Value | null): Unanswered {
  const found: Value[] = [];
  const take = (written: string): boolean => {
    const value = wholeValue(written);
    if (!value || !fits(value) || (known && !sameValue(value, known))) return false;
    found.push(value);
    return true;
  };
  let stem = text
    .replace(bracketed, (all, _open, written) => (take(written) ? '（ ）' : all))
    .replace(underlined, (all, before, written, after) => (take(written) ? before + after : all));
  if (found.length === 0) {
    stem = stem.replace(afterBlank, (all, blank, written) => (take(written) ? blank.trim() : all));
  }
  if (found.length === 0) {
    stem = stem.replace(markAtEnd, (all, a, b) => (take(a ?? b) ? '' : all)).trim();
  }
  return { stem, value: found.length > 0 ? together(found) : null };
}

function together(values: readonly Value[]): Value {
  const letters = values.every((value) => value.letters !== null)
    ? [...new Set(values.flatMap((value) => value.letters!))].sort((a, b) => a - b)
    : null;
  return { letters, right: values.at(-1)!.right, written: values.map(({ written }) => written).join('') };
}
