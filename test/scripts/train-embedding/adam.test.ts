import { expect, it } from 'vitest';
import { createSparseAdam } from '../../../scripts/train-embedding/adam.ts';
import { createGradient } from '../../../scripts/train-embedding/embedding-bag.ts';
import { rowOf, zeros } from '../../../scripts/train-embedding/matrix.ts';

it('moves touched rows a learning rate against the slope, first', () => {
  const table = zeros(3, 2);
  const gradient = createGradient(table);
  gradient.touched.add(1);
  rowOf(gradient.values, 1).set([4, -0.01]);
  createSparseAdam(table, 0.1)(gradient);
  expect([...table.data].map((number) => number.toFixed(4))).toEqual(
    [0, 0, -0.1, 0.1, 0, 0].map((number) => number.toFixed(4)),
  );
});

it('finds the lowest point of a parabola', () => {
  const table = zeros(1, 1);
  const gradient = createGradient(table);
  const optimise = createSparseAdam(table, 0.05);
  gradient.touched.add(0);
  for (let step = 0; step < 500; step++) {
    gradient.values.data[0] = 2 * (table.data[0]! - 3);
    optimise(gradient);
  }
  expect(table.data[0]).toBeCloseTo(3, 2);
});
