import { drawable, type Weight, widthOf } from './font.ts';

/** Type of a stretch of text; sizes are in the unit of the page. */
export interface Type {
  size: number;
  weight: Weight;
}

/** Latin words, numbers and addresses hold together; everything else may part after any character. */
const pieces = /[\p{Script=Latin}\p{N}@#%&+\-./:=?_~'*]+|./gu;
/** Not at the start, and not at the end, of a line (GB/T 15834-2011, 5.1). */
const closing = /^[、，。；：！？）》」』”’】〉〕…—%)\],.;:!?·]/u;
const opening = /[（《「『“‘【〈〔([]$/u;

/** Words in lines of at most `width`. A piece that is wider than a line is parted anywhere. */
export function wrap(words: string, width: number, { size, weight }: Type): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string): boolean => widthOf(text, size, weight) <= width;
  const put = (piece: string): void => {
    if (fits((line + piece).trimEnd())) line += piece;
    else if (fits(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else for (const character of piece) putCharacter(character);
  };
  const putCharacter = (character: string): void => {
    if (line !== '' && !fits(line + character)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += character;
  };
  for (const piece of glued(drawable(words))) put(piece);
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.filter((each) => each !== '');
}

/** Pieces with the punctuation that must stay with them. */
function glued(words: string): string[] {
  const all: string[] = [];
  for (const [piece] of words.matchAll(pieces)) {
    const before = all.at(-1);
    if (before !== undefined && before.length < 40 && (closing.test(piece) || opening.test(before)))
      all[all.length - 1] = before + piece;
    else all.push(piece);
  }
  return all;
}

/** The words in at most `most` lines, in smaller type where they do not fit otherwise. */
export function fitted(
  words: string,
  width: number,
  type: Type,
  most: number,
): { size: number; lines: string[] } {
  let { size } = type;
  let lines = wrap(words, width, type);
  while (lines.length > most && size > 0.5) {
    size *= 0.94;
    lines = wrap(words, width, { ...type, size });
  }
  return { size, lines };
}

/** Lines of at most `width`, as even as they can be without one more. */
export function balanced(words: string, width: number, type: Type): string[] {
  let even = wrap(words, width, type);
  for (let narrow = width * 0.97; narrow > width / 2; narrow *= 0.97) {
    const narrower = wrap(words, narrow, type);
    if (narrower.length > even.length) break;
    even = narrower;
  }
  return even;
}
