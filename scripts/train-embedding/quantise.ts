import { type Matrix, rowOf } from './matrix.ts';

/** A table in 8-bit integers: row i is about `values[i]` × `scales[i]`. */
export interface QuantisedTable {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** Gives each row a scale of its own, so that its greatest number becomes ±127; a zero row stays zero. */
export function quantise(table: Matrix): QuantisedTable {
  const { rows, columns } = table;
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows).fill(1);
  for (let i = 0; i < rows; i++) {
    const row = rowOf(table, i);
    const greatest = row.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
    if (greatest === 0) continue;
    scales[i] = greatest / 127;
    values.set(
      Int8Array.from(row, (x) => Math.round((x * 127) / greatest)),
      i * columns,
    );
  }
  return { rows, columns, values, scales };
}
