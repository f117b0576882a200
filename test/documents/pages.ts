import fc from 'fast-check';
import { expect } from 'vitest';
import { widthOf } from '../../src/documents/font.ts';
import type { Mark, Page } from '../../src/documents/mark.ts';
import { readQr } from './read-qr.ts';

type Text = Extract<Mark, { kind: 'text' }>;

export const textsOn = ({ marks }: Page): Text[] => marks.filter((mark) => mark.kind === 'text');

/** The words of a page without the ends of lines. */
export const wordsOn = (page: Page): string =>
  textsOn(page)
    .map(({ text }) => text)
    .join('');

/** No text leaves the page, and none lies on another. */
export function expectReadable(page: Page): void {
  const boxes = textsOn(page).map(({ text, x, y, size, weight, spacing }) => ({
    text,
    left: x,
    right: x + widthOf(text, size, weight, spacing),
    // Han characters fill 0.88 of the em above the baseline and 0.12 below; a little of it is white.
    top: y - 0.82 * size,
    bottom: y + 0.08 * size,
  }));
  for (const { left, right, top, bottom, text } of boxes) {
    const inside = left >= 0 && right <= page.width && top >= 0 && bottom <= page.height;
    if (!inside) expect({ text, left, right, top, bottom }).toBe('inside the page');
  }
  boxes.forEach((a, i) => {
    const over = boxes
      .slice(i + 1)
      .find((b) => a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom && b.top < a.bottom);
    if (over) expect([a, over]).toBe('apart');
  });
}

/** What the QR codes of a page say. */
export const qrsOn = ({ marks }: Page): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'path' && mark.d.split('M').length > 150 && mark.fill ? [readQr(mark.d)] : [],
  );

/** What people and strangers may call somebody or something: any characters, often as many as there may be. */
export const anyWords = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength, size: 'max' }),
    fc.string({ unit: fc.constantFrom(...'民法·（）“”Wi9 ，-'), minLength: 1, maxLength, size: 'max' }),
    fc.constantFrom('国', 'W', '…', '《').map((character) => character.repeat(maxLength)),
  );
