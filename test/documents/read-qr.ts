/** Reads a QR code without errors, as ISO/IEC 18004 has it: level Q, bytes, up to version 7. */
export function readQr(path: string): string {
  const dark = modulesOf(path);
  const size = dark.length;
  const version = (size - 17) / 4;
  const mask = (readFormat(dark) >> 10) & 7;
  const bits: number[] = [];
  for (const [row, column] of dataPlaces(size, version))
    bits.push(dark[row]![column]! !== masks[mask]!(row, column) ? 1 : 0);
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((sum, bit) => 2 * sum + bit, 0),
  );
  const data = deinterleaved(words, blocksQ[version]!).flatMap((word) =>
    [...word.toString(2).padStart(8, '0')].map(Number),
  );
  const take = (from: number, count: number): number =>
    data.slice(from, from + count).reduce((sum, bit) => 2 * sum + bit, 0);
  if (take(0, 4) !== 4) throw new Error('not in bytes');
  return Buffer.from(Array.from({ length: take(4, 8) }, (_, i) => take(12 + 8 * i, 8))).toString('utf8');
}

/** Data codewords of each block at level Q (table 9). */
const blocksQ = [
  [],
  [13],
  [22],
  [17, 17],
  [24, 24],
  [15, 15, 16, 16],
  [19, 19, 19, 19],
  [14, 14, 15, 15, 15, 15],
];
/** Centres of alignment patterns (annex E). */
const centres = [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38]];
const masks: ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** The modules of a path of rectangles; its first is the upper side of a finder pattern, seven modules long. */
function modulesOf(path: string): boolean[][] {
  const boxes = [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H/g)].map((match) =>
    match.slice(1).map(Number),
  );
  const [left, top, right] = boxes[0]!;
  const module = (right! - left!) / 7;
  const size = Math.round((Math.max(...boxes.map((each) => each[2]!)) - left!) / module);
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x, y, end] of boxes)
    for (
      let column = Math.round((x! - left!) / module);
      column < Math.round((end! - left!) / module);
      column++
    )
      dark[Math.round((y! - top!) / module)]![column] = true;
  return dark;
}

function readFormat(dark: boolean[][]): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => dark[8]![column]!);
  const rest = [7, 5, 4, 3, 2, 1, 0].map((row) => dark[row]![8]!);
  return [...places, ...rest].reduce((sum, bit) => 2 * sum + Number(bit), 0) ^ 0b101010000010010;
}

function* dataPlaces(size: number, version: number): Generator<[row: number, column: number]> {
  const places = centres[version]!;
  const last = places.at(-1);
  const aligned = (row: number, column: number): boolean =>
    places.some((y) =>
      places.some((x) => {
        const onFinder = (x === 6 && (y === 6 || y === last)) || (y === 6 && x === last);
        return !onFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
      }),
    );
  const reserved = (row: number, column: number): boolean =>
    row === 6 ||
    column === 6 ||
    (row < 9 && (column < 9 || column >= size - 8)) ||
    (row >= size - 8 && column < 9) ||
    (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) ||
    aligned(row, column);
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) if (!reserved(row, column)) yield [row, column];
    }
    up = !up;
  }
}

function deinterleaved(words: number[], lengths: number[]): number[] {
  const blocks: number[][] = lengths.map(() => []);
  let next = 0;
  for (let i = 0; i < Math.max(...lengths); i++)
    lengths.forEach((length, block) => {
      if (i < length) blocks[block]!.push(words[next++]!);
    });
  return blocks.flat();
}
