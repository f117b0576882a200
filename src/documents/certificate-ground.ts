import { braid, meander, rosette } from './guilloche.ts';
import { box, type Mark } from './mark.ts';
import { a4 } from './pdf.ts';

export const colours = {
  paper: '#fffdf7',
  red: '#a61c22',
  gold: '#b98d3e',
  pale: '#e6d3a8',
  ink: '#2a2420',
  faint: '#77695a',
};
const [width, height] = [a4.long, a4.short];
const middle = width / 2;

/** Paper, frame, rosettes and corners. */
export function ground(): Mark[] {
  const frame = (inset: number): string => box(inset, inset, width - 2 * inset, height - 2 * inset);
  const gold = { kind: 'path', stroke: colours.gold } as const;
  return [
    { kind: 'path', d: box(0, 0, width, height), fill: colours.paper },
    {
      ...gold,
      d: rosette(middle, 300, { inner: 96, outer: 176, petals: 18, turns: 8 }),
      thickness: 0.4,
      opacity: 0.34,
    },
    {
      ...gold,
      d: rosette(middle, 300, { inner: 40, outer: 100, petals: 12, turns: 6 }),
      thickness: 0.4,
      opacity: 0.34,
    },
    { kind: 'path', d: frame(20), stroke: colours.red, thickness: 2.2 },
    {
      ...gold,
      d: braid(31, 31, width - 62, height - 62, { swing: 5, length: 22, strands: 4 }),
      thickness: 0.5,
    },
    { kind: 'path', d: frame(42), stroke: colours.red, thickness: 0.7 },
    ...corners(),
  ];
}

/** In each corner a stud on the crossing of the braids, and a meander within. */
function corners(): Mark[] {
  const gold = { kind: 'path', stroke: colours.gold } as const;
  return [1, -1].flatMap((right) =>
    [1, -1].flatMap((down): Mark[] => {
      const [x, y] = [right > 0 ? 0 : width, down > 0 ? 0 : height];
      const [studX, studY] = [x + 31 * right, y + 31 * down];
      return [
        { ...gold, d: box(studX - 8, studY - 8, 16, 16), fill: colours.paper, thickness: 0.9 },
        { kind: 'path', d: diamond(studX, studY, 5), fill: colours.red },
        { ...gold, d: meander(x + 50 * right, y + 50 * down, 30, right, down), thickness: 1.6 },
      ];
    }),
  );
}

export const diamond = (x: number, y: number, size: number): string =>
  `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`;
