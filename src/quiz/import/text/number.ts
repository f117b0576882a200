/** Ways of numbering questions, each with its number, and the rest of the line after it. */
const styles = {
  ordinal: /^第\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[题问]\s*[:：、.．]?\s*/,
  label:
    /^(?:[【[]\s*(?:题目|题干|试题|问题)\s*(\d{0,4})\s*[】\]]\s*[:：]?|(?:题目|题干|试题|问题|题)\s*(\d{0,4})\s*[:：])\s*/,
  paren: /^[（(]\s*(\d{1,4})\s*[）)]\s*[、.．]?\s*/,
  bracket: /^[【[]\s*(\d{1,4})\s*[】\]]\s*[、.．]?\s*/,
  half: /^(\d{1,4})\s*[）)]\s*[、.．]?\s*/,
  dot: /^(\d{1,5})\s*[.．。](?!\d)\s*[、]?\s*/,
  comma: /^(\d{1,5})\s*[、,，]\s*/,
  colon: /^(\d{1,4})\s*[:：](?!\d)\s*/,
  han: /^([一二三四五六七八九十百]{1,5})\s*[、.．]\s*/,
  q: /^(?:Q|No\.?)\s*(\d{1,4})\s*[.:：、．)]?\s*/i,
  bare: /^(?:编号|题号|ID|id)?\s*[:：]?\s*(\d{1,8})$/,
  space: /^(\d{1,4})\s+(?=\S)/,
  glued: /^(\d{1,4})(?=[\p{Script=Han}《“‘（【])/u,
} as const;

export type NumberStyle = keyof typeof styles;
export const numberStyles = Object.keys(styles) as NumberStyle[];

/** Styles that ordinary sentences begin with, too: they must count up to be believed. */
export const doubtfulStyles: readonly NumberStyle[] = ['space', 'glued', 'han'];

export interface Numbered {
  style: NumberStyle;
  /** Null where the style bears no number. */
  n: number | null;
  rest: string;
}

/** The number with which a line begins; the first style that fits. */
export function readNumber(text: string): Numbered | null {
  const narrow = text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  for (const style of numberStyles) {
    const found = styles[style].exec(narrow);
    if (!found) continue;
    const digits = found[1] || found[2];
    return { style, n: digits ? numberOf(digits) : null, rest: text.slice(found[0].length) };
  }
  return null;
}

const han = '零一二三四五六七八九';

/** 23, or 二十三 up to 九百九十九. */
function numberOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits);
  let total = 0;
  let unit = 0;
  for (const c of digits) {
    const value = han.indexOf(c);
    if (value >= 0) unit = value;
    else {
      total += (unit || 1) * (c === '十' ? 10 : 100);
      unit = 0;
    }
  }
  return total + unit;
}
