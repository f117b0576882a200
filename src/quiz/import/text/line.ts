/** A line that is not blank. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Whether a blank line stands before it. */
  gap: boolean;
}

/** The lines of a text, trimmed, without characters that have no width. */
export function linesOf(source: string): Line[] {
  return numbered(source.split(/\r\n|[\n\r\v\f\u2028\u2029]/));
}

/** Lines of rows already apart, counted from `first`. */
export function numbered(rows: readonly string[], first = 1): Line[] {
  const lines: Line[] = [];
  let gap = false;
  rows.forEach((row, i) => {
    const text = row.replace(/[\u200b-\u200d\u2060\ufeff\u00ad\0]/g, '').trim();
    if (text) lines.push({ number: first + i, text, gap });
    gap = !text;
  });
  return lines;
}
