import { encode } from 'uqr';
import { round } from './mark.ts';

/**
 * A QR code (ISO/IEC 18004) as one path of `size` in each direction, its quiet zone of four modules left out. A
 * quarter of it may be lost.
 */
export function qrPath(content: string, x: number, y: number, size: number): string {
  const { data } = encode(content, { ecc: 'Q', border: 0 });
  const module = size / data.length;
  const place = (row: number, from: number, count: number): string => {
    const [top, left] = [y + row * module, x + from * module].map(round) as [number, number];
    return `M${left} ${top}H${round(x + (from + count) * module)}V${round(y + (row + 1) * module)}H${left}Z`;
  };
  return data.flatMap((cells, row) => runs(cells).map(([from, count]) => place(row, from, count))).join('');
}

/** Dark stretches of a row: where each begins and how long it is. */
function runs(cells: readonly boolean[]): [from: number, count: number][] {
  const found: [number, number][] = [];
  cells.forEach((dark, i) => {
    if (!dark) return;
    const last = found.at(-1);
    if (last && last[0] + last[1] === i) last[1]++;
    else found.push([i, 1]);
  });
  return found;
}

/** For a web page: black on white with its quiet zone, without a size of its own. */
export function qrSvg(content: string): string {
  const { data } = encode(content, { ecc: 'Q', border: 0 });
  const side = data.length + 8;
  const path = qrPath(content, 4, 4, data.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
