import { expect } from 'vitest';
import { type Matrix, normaliseRows } from '../../../scripts/train-embedding/matrix.ts';
import { createRandom } from '../../../scripts/train-embedding/random.ts';

/** Wide enough for 32-bit floats, narrow enough for the curvature of the losses. */
const STEP = 5e-3;

export function randomRows(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  return { rows, columns, data: Float32Array.from({ length: rows * columns }, () => random() - 0.5) };
}

export function randomUnitRows(rows: number, columns: number, seed: number): Matrix {
  const matrix = randomRows(rows, columns, seed);
  normaliseRows(matrix);
  return matrix;
}

/** Expects `slope` to be what a small change of each number of `variable` does to `value()`. */
export function expectSlope(value: () => number, variable: Matrix, slope: Matrix): void {
  const measured = variable.data.map((number, k) => {
    const at = (changed: number) => {
      variable.data[k] = changed;
      return value();
    };
    const rise = at(number + STEP) - at(number - STEP);
    variable.data[k] = number;
    return rise / (2 * STEP);
  });
  measured.forEach((expected, k) => {
    expect(slope.data[k], `number ${k}`).toBeCloseTo(expected, 3);
  });
}
