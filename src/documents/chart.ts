import type { Chart } from '../message/message.ts';
import { widthOf } from './font.ts';
import { box, line, lines, type Mark, type Page, round } from './mark.ts';
import { pngOf } from './png.ts';
import { fitted, type Type, wrap } from './wrap.ts';

const width = 1200;
const edge = 56;
const gap = 20;
const colours = { paper: '#ffffff', ink: '#1f2933', faint: '#52606d', track: '#eef1f4', bar: '#1d5fa8' };
const title: Type = { size: 38, weight: 'bold' };
const label: Type = { size: 25, weight: 'regular' };
const words: Type = { size: 25, weight: 'medium' };
const leading = 34;

/** Horizontal bars with their labels on the left and their words on the right, as tall as they need. */
export const chartPng = (chart: Chart): Promise<Uint8Array> => pngOf(chartPage(chart), width);

export function chartPage({ title: heading, bars, most }: Chart): Page {
  const inner = width - 2 * edge;
  const column = (texts: readonly string[], type: Type, share: number): number =>
    Math.min(share * inner, Math.max(0, ...texts.map((each) => widthOf(each, type.size, type.weight)))) + 1;
  const labels = column(
    bars.map((bar) => bar.label),
    label,
    0.36,
  );
  const values = column(
    bars.map(({ text }) => text),
    words,
    0.3,
  );
  const track = { x: edge + labels + gap, width: inner - labels - values - 2 * gap };
  const head = fitted(heading, inner, title, 3);
  const marks: Mark[] = lines(head.lines, edge, edge + head.size, head.size * 1.35, {
    ...title,
    size: head.size,
    colour: colours.ink,
  });
  let y = edge + head.lines.length * head.size * 1.35 + 26;
  for (const bar of bars) {
    const left = wrap(bar.label, labels, label);
    const right = wrap(bar.text, values, words);
    const height = Math.max(1, left.length, right.length) * leading + 16;
    const middle = y + height / 2;
    const first = (count: number): number => middle - ((count - 1) * leading) / 2 + 0.36 * label.size;
    marks.push(
      ...left.map((each, i) =>
        line(each, edge + labels, first(left.length) + i * leading, {
          ...label,
          colour: colours.ink,
          align: 'right',
        }),
      ),
      { kind: 'path', d: box(track.x, middle - 15, track.width, 30), fill: colours.track },
      {
        kind: 'path',
        d: box(track.x, middle - 15, track.width * share(bar.value, most), 30),
        fill: colours.bar,
      },
      ...lines(right, track.x + track.width + gap, first(right.length), leading, {
        ...words,
        colour: colours.faint,
      }),
    );
    y += height;
  }
  const height = Math.ceil(y + edge - 16);
  return {
    width,
    height,
    marks: [{ kind: 'path', d: box(0, 0, width, round(height)), fill: colours.paper }, ...marks],
  };
}

/** How full a bar is, from 0 to 1, whatever the figures. */
function share(value: number, most: number): number {
  const part = value / most;
  return most > 0 && part > 0 ? Math.min(1, part) : 0;
}
