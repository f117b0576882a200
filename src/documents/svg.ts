import { fontFamily, fontWeights } from './font.ts';
import type { Mark, Page } from './mark.ts';

/** Text for SVG. Controls, which XML forbids, are no part of a drawable text. */
export const escapeXml = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const writers: { [K in Mark['kind']]: (mark: Extract<Mark, { kind: K }>) => string } = {
  path: ({ d, fill, stroke, thickness, dash, opacity }) =>
    `<path${attributes({
      d,
      fill: fill ?? 'none',
      stroke,
      'stroke-width': stroke && (thickness ?? 1),
      'stroke-dasharray': dash,
      opacity,
    })}/>`,
  text: ({ text, x, y, size, weight, colour, spacing }) =>
    `<text xml:space="preserve"${attributes({
      x,
      y,
      'font-size': size,
      'font-weight': fontWeights[weight],
      fill: colour,
      'letter-spacing': spacing || undefined,
    })}>${escapeXml(text)}</text>`,
};

const attributes = (all: Record<string, string | number | undefined>): string =>
  Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

export function svgOf({ width, height, marks }: Page): string {
  const body = marks.map((mark) => (writers[mark.kind] as (mark: Mark) => string)(mark)).join('');
  const size = attributes({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily });
  return `<svg xmlns="http://www.w3.org/2000/svg"${size}>${body}</svg>`;
}
