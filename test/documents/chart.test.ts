import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartPage, chartPng } from '../../src/documents/chart.ts';
import { drawable } from '../../src/documents/font.ts';
import type { Mark } from '../../src/documents/mark.ts';
import { svgOf } from '../../src/documents/svg.ts';
import { anyWords, expectReadable, wordsOn } from './pages.ts';
import { pngFacts } from './png-pixels.ts';

const barOf = (label: string, value: number, text: string) => ({ label, value, text });
const widthsOf = (marks: Mark[]): number[] =>
  marks.flatMap((mark) => {
    const [, left, right] = (mark.kind === 'path' && /^M([\d.]+) [\d.]+H([\d.]+)/.exec(mark.d)) || [];
    return left === undefined ? [] : [Number(right) - Number(left)];
  });

it('draws each bar as long as its share, with labels and words', async () => {
  const bars = [barOf('历下区', 50, '50人'), barOf('市中区', 25, '25人'), barOf('钢城区', 0, '0人')];
  const page = chartPage({ title: '参加人数', most: 100, bars });
  const [, ...widths] = widthsOf(page.marks);
  const [track, half, , quarter, , none] = widths as [number, number, number, number, number, number];
  expect(half / track).toBeCloseTo(0.5, 3);
  expect(quarter / track).toBeCloseTo(0.25, 3);
  expect(none).toBe(0);
  for (const words of ['参加人数', '历下区', '25人', '0人']) expect(wordsOn(page)).toContain(words);
  const { width, shades } = pngFacts(await chartPng({ title: '参加人数', most: 100, bars }));
  expect([width, shades > 50]).toEqual([1200, true]);
});

it('stays readable and within its sides with any figures, 60 bars and long labels', () => {
  const words = fc.oneof(anyWords(60), fc.constant(''));
  const bar = fc.record({ label: words, value: fc.double(), text: words });
  fc.assert(
    fc.property(words, fc.array(bar, { maxLength: 60, size: 'max' }), fc.double(), (title, bars, most) => {
      const page = chartPage({ title, bars, most });
      expectReadable(page);
      expect(widthsOf(page.marks)).toHaveLength(1 + 2 * bars.length);
      for (const width of widthsOf(page.marks)) expect(width >= 0 && width <= page.width).toBe(true);
      const bare = (each: string): string => drawable(each).replaceAll(' ', '');
      for (const { label, text } of bars)
        for (const each of [label, text]) expect(bare(wordsOn(page))).toContain(bare(each));
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

it('lets no words out of the text of its SVG', () => {
  const svg = svgOf(chartPage({ title: '</text><script>"&\'', most: 1, bars: [] }));
  expect(svg).toContain('&#60;/text&#62;&#60;script&#62;&#34;&#38;&#39;');
  expect(svg.match(/<(\/?[a-z]+)/g)).toEqual(['<svg', '<path', '<text', '</text', '</svg']);
});
