import { addScaled, dot, type Matrix, normaliseRows, rowOf, zeros } from './matrix.ts';

/** The words of one text, by number. */
export type Bag = Int32Array;

/** Unit vectors of some bags, with what the way back needs. */
export interface Embedded {
  readonly bags: readonly Bag[];
  /** One row of length 1 a bag; zero for a bag without words. */
  readonly vectors: Matrix;
  /** Length of each mean vector before it was divided by it. */
  readonly lengths: Float32Array;
}

/** Gradient of a loss by the rows of the table; only `touched` rows differ from zero. */
export interface TableGradient {
  readonly values: Matrix;
  readonly touched: Set<number>;
}

/** Each bag's mean of table rows, divided by its length. */
export function embed(table: Matrix, bags: readonly Bag[]): Embedded {
  const vectors = zeros(bags.length, table.columns);
  bags.forEach((bag, i) => {
    const vector = rowOf(vectors, i);
    for (const word of bag) addScaled(vector, rowOf(table, word), 1 / bag.length);
  });
  return { bags, vectors, lengths: normaliseRows(vectors) };
}

export function createGradient(table: Matrix): TableGradient {
  return { values: zeros(table.rows, table.columns), touched: new Set() };
}

/**
 * Adds to `gradient` what `weight` × the gradient of a loss by the unit vectors means for the table. For v = m / |m|
 * the gradient by m is the part at right angles to v, divided by |m|; each word gets its share of the mean.
 */
export function propagate(
  { bags, vectors, lengths }: Embedded,
  byVectors: Matrix,
  gradient: TableGradient,
  weight = 1,
): void {
  bags.forEach((bag, i) => {
    const length = lengths[i]!;
    if (length === 0) return;
    const [vector, byVector] = [rowOf(vectors, i), rowOf(byVectors, i)];
    const byMean = byVector.slice();
    addScaled(byMean, vector, -dot(byVector, vector));
    for (const word of bag) {
      addScaled(rowOf(gradient.values, word), byMean, weight / (length * bag.length));
      gradient.touched.add(word);
    }
  });
}

export function clear({ values, touched }: TableGradient): void {
  for (const row of touched) rowOf(values, row).fill(0);
  touched.clear();
}
