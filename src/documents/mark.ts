import { drawable, type Weight, widthOf } from './font.ts';
import type { Type } from './wrap.ts';

/** What a page is made of. Places are from the top left, in the unit of the page; a text's is that of its baseline. */
export type Mark =
  | {
      kind: 'path';
      d: string;
      fill?: string;
      stroke?: string;
      thickness?: number;
      dash?: number;
      opacity?: number;
    }
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      weight: Weight;
      colour: string;
      spacing: number;
    };

export interface Page {
  width: number;
  height: number;
  marks: Mark[];
}

interface Look extends Type {
  colour: string;
  align?: 'left' | 'middle' | 'right';
  spacing?: number;
}

/** One line whose left end, middle or right end is at `x`. */
export function line(words: string, x: number, y: number, look: Look): Mark {
  const { size, weight, colour, align = 'left', spacing = 0 } = look;
  const text = drawable(words);
  const width = widthOf(text, size, weight, spacing);
  const left = x - { left: 0, middle: width / 2, right: width }[align];
  return { kind: 'text', text, x: round(left), y: round(y), size: round(size), weight, colour, spacing };
}

/** Lines under one another, the first with its baseline at `y`. */
export const lines = (all: readonly string[], x: number, y: number, leading: number, look: Look): Mark[] =>
  all.map((each, i) => line(each, x, y + i * leading, look));

export const box = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;

export const round = (value: number): number => Math.round(value * 100) / 100;
