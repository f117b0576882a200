import { round } from './mark.ts';

const tau = 2 * Math.PI;

/** A closed curve through `at(0…1)`, sampled. */
function curve(at: (t: number) => [x: number, y: number], steps: number): string {
  const points = Array.from({ length: steps }, (_, i) =>
    at(i / steps)
      .map(round)
      .join(' '),
  );
  return `M${points.join('L')}Z`;
}

/** Interlaced waves round a centre, as on banknotes: `petals` of each curve, `turns` curves turned against one another. */
export function rosette(
  x: number,
  y: number,
  { inner, outer, petals, turns }: { inner: number; outer: number; petals: number; turns: number },
): string {
  const [middle, swing] = [(inner + outer) / 2, (outer - inner) / 2];
  return Array.from({ length: turns }, (_, turn) =>
    curve((t) => {
      const radius = middle + swing * Math.sin(petals * t * tau + (turn * tau) / turns);
      return [x + radius * Math.cos(t * tau), y + radius * Math.sin(t * tau)];
    }, petals * 24),
  ).join('');
}

/** Waves along a frame, `strands` of them one after another, with whole waves on each side. */
export function braid(
  x: number,
  y: number,
  width: number,
  height: number,
  { swing, length, strands }: { swing: number; length: number; strands: number },
): string {
  const side = (along: number, place: (s: number, off: number) => [number, number]): string => {
    const waves = Math.round(along / length);
    return Array.from({ length: strands }, (_, strand) => {
      const points = Array.from({ length: waves * 16 + 1 }, (_, i) => {
        const t = i / (waves * 16);
        const off = swing * Math.sin(waves * t * tau + (strand * tau) / strands);
        return place(t * along, off)
          .map(round)
          .join(' ');
      });
      return `M${points.join('L')}`;
    }).join('');
  };
  return [
    side(width, (s, off) => [x + s, y + off]),
    side(width, (s, off) => [x + s, y + height + off]),
    side(height, (s, off) => [x + off, y + s]),
    side(height, (s, off) => [x + width + off, y + s]),
  ].join('');
}

/** A corner of the meander (回纹), `size` wide, opening towards `right` (1 or -1) and `down` (1 or -1). */
export function meander(x: number, y: number, size: number, right: number, down: number): string {
  const u = size / 5;
  const turns: [number, number][] = [
    [5, 0],
    [0, 0],
    [0, 5],
    [4, 5],
    [4, 1],
    [1, 1],
    [1, 4],
    [3, 4],
    [3, 2],
    [2, 2],
    [2, 3],
  ];
  return `M${turns.map(([a, b]) => `${round(x + right * a * u)} ${round(y + down * b * u)}`).join('L')}`;
}
