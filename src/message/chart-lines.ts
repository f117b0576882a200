import type { Chart } from './message.ts';

const cells = 10;

/** A line a bar: the bar in block characters, its label, its words. Bars come first, as labels differ in width. */
export function chartLines({ bars, most }: Pick<Chart, 'bars' | 'most'>): string[] {
  return bars.map(({ label, value, text }) =>
    [barOf(value / most), label, text].map((part) => part.replaceAll(/\s+/gu, ' ').trim()).join(' '),
  );
}

/** Full for a whole share only, empty for none only; a share that is no number is none. */
function barOf(share: number): string {
  const full = share > 0 ? Math.min(cells, Math.max(1, Math.floor(share * cells + 1e-9))) : 0;
  return '█'.repeat(full) + '░'.repeat(cells - full);
}
