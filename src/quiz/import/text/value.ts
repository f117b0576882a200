/** What stands where an answer is expected. T, F, X, Y and N can be either, until the options are known. */
export interface Value {
  /** Indexes from 0 in ascending order; null where it is no row of letters. */
  letters: number[] | null;
  /** Null where it is no word for right or wrong. */
  right: boolean | null;
  /** As written. */
  written: string;
}

const rightWords = '正确|对的|对|√|✓|✔|☑|是|TRUE|True|true|YES|Yes|T|Y|R';
const wrongWords = '错误|不正确|不对|错的|错|×|✗|✘|✕|✖|☒|╳|╳|非|否|FALSE|False|false|NO|No|F|N|W|X|x|Ⅹ';
const letter = '[A-ZＡ-Ｚ]';
/** Between the letters of one answer. */
const between = '[\\s、,，;；.．/|+&和与及]*';
const lettersPattern = `${letter}(?:${between}${letter})*`;

/** The source of a pattern for a whole value; capitals only, so that words are no answers. */
export const valuePattern = `(?:${rightWords}|${wrongWords}|${lettersPattern})`;

const notInWord = '(?![A-Za-zＡ-Ｚａ-ｚ0-9])';
const rightAtStart = new RegExp(`^(?:${rightWords})${notInWord}`);
const wrongAtStart = new RegExp(`^(?:${wrongWords})${notInWord}`);
const lettersAtStart = new RegExp(`^${lettersPattern}${notInWord}`);
const smallLetters = /^[a-zａ-ｚ](?:[\s、,，;；]*[a-zａ-ｚ])*$/;
const closing = /^[\s。.．;；,，)）\]】］]+/;

/** The value with which a text begins, and what follows it; null where it begins with none. */
export function readValue(text: string): { value: Value; rest: string } | null {
  const plain = text.trim().replace(/^[（(【[［]\s*/, '');
  const right = rightAtStart.exec(plain)?.[0];
  const wrong = wrongAtStart.exec(plain)?.[0];
  const small = smallLetters.test(plain.replace(/[。.)）]+$/, ''))
    ? plain.replace(/[。.)）]+$/, '')
    : undefined;
  const row = lettersAtStart.exec(plain)?.[0] ?? small;
  const letters = row === undefined ? null : indexes(row);
  const word = right ?? wrong;
  if (letters === null && word === undefined) return null;
  const written = letters === null ? word! : row!;
  const value: Value = { letters, right: right ? true : wrong ? false : null, written };
  return { value, rest: plain.slice(written.length).replace(closing, '').trim() };
}

/** A text that is a value and nothing else. */
export function wholeValue(text: string): Value | null {
  const read = readValue(text);
  return read?.rest === '' ? read.value : null;
}

/** Null where a letter stands twice. */
function indexes(row: string): number[] | null {
  const letters = [...row.normalize('NFKC').toUpperCase()].filter((c) => c >= 'A' && c <= 'Z');
  if (new Set(letters).size < letters.length) return null;
  return letters.map((c) => c.charCodeAt(0) - 65).sort((a, b) => a - b);
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

export const sameValue = (a: Value, b: Value): boolean =>
  (a.letters !== null && a.letters.join() === b.letters?.join()) || (a.right !== null && a.right === b.right);
