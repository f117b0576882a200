import type { TableGradient } from './embedding-bag.ts';
import { type Matrix, rowOf, zeros } from './matrix.ts';

/** Moves the table a step against the gradient. */
export type Optimise = (gradient: TableGradient) => void;

const [MEAN_DECAY, SQUARE_DECAY, EPSILON] = [0.9, 0.999, 1e-8];

/**
 * Adam (Kingma & Ba 2015) that leaves rows without gradient, and their moments, as they are: most words do not
 * occur in a batch. Writes to `table`.
 */
export function createSparseAdam(table: Matrix, learningRate: number): Optimise {
  const means = zeros(table.rows, table.columns);
  const squares = zeros(table.rows, table.columns);
  let steps = 0;

  return ({ values, touched }) => {
    steps++;
    const rate = (learningRate * Math.sqrt(1 - SQUARE_DECAY ** steps)) / (1 - MEAN_DECAY ** steps);
    for (const index of touched) {
      const [row, slope] = [rowOf(table, index), rowOf(values, index)];
      const [mean, square] = [rowOf(means, index), rowOf(squares, index)];
      for (let k = 0; k < row.length; k++) {
        const g = slope[k]!;
        const m = MEAN_DECAY * mean[k]! + (1 - MEAN_DECAY) * g;
        const s = SQUARE_DECAY * square[k]! + (1 - SQUARE_DECAY) * g * g;
        mean[k] = m;
        square[k] = s;
        row[k] = row[k]! - (rate * m) / (Math.sqrt(s) + EPSILON);
      }
    }
  };
}
