import type { Formatted } from './formatted.ts';

/** Telegram's limit for one message, in UTF-16 units. */
const longest = 4096;

/** Where a text is best broken, dearest first: between paragraphs, lines, sentences, words. */
const borders = [/\n\n+/gu, /\n/gu, /[。！？；…!?;][”’」』）)]*/gu, /[，、,\s]/gu];

/**
 * Parts of at most `limit` UTF-16 units that together hold all of the text but the white space at their ends.
 * No part is blank, no surrogate pair is broken, and every entity is cut at the borders of its parts.
 */
export function split(whole: Formatted, limit = longest): Formatted[] {
  const parts: Formatted[] = [];
  let from = 0;
  while (from < whole.text.length) {
    const to = from + lengthOfPart(whole.text.slice(from, from + limit + 1), limit);
    const part = slice(whole, from, to);
    if (part.text !== '') parts.push(part);
    from = to;
  }
  return parts;
}

function lengthOfPart(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  for (const border of borders) {
    const ends = [...text.matchAll(border)].map((match) => match.index + match[0].length);
    const end = ends.findLast((each) => each <= limit && each >= limit / 2);
    if (end !== undefined) return end;
  }
  const breaksPair =
    /[\ud800-\udbff]$/.test(text.slice(0, limit)) && /^[\udc00-\udfff]/.test(text.slice(limit));
  return breaksPair && limit > 1 ? limit - 1 : limit;
}

function slice({ text, entities }: Formatted, from: number, to: number): Formatted {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const kept = raw.trim();
  return {
    text: kept,
    entities: entities.flatMap((entity) => {
      const offset = Math.max(entity.offset, start);
      const length = Math.min(entity.offset + entity.length, start + kept.length) - offset;
      return length > 0 ? [{ ...entity, offset: offset - start, length }] : [];
    }),
  };
}
