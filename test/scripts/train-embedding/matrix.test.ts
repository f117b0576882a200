import { expect, it } from 'vitest';
import {
  dot,
  multiply,
  multiplyTransposed,
  rowOf,
  transpose,
} from '../../../scripts/train-embedding/matrix.ts';
import { randomRows } from './gradient-check.ts';

it.each([1, 3, 4, 5, 9])('multiplies by a matrix of %i rows as dot products do', (rows) => {
  const [left, right] = [randomRows(3, 7, 1), randomRows(rows, 7, 2)];
  const product = multiplyTransposed(left, right);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < rows; j++) {
      expect(rowOf(product, i)[j]).toBeCloseTo(dot(rowOf(left, i), rowOf(right, j)), 6);
    }
  }
  expect(multiply(left, transpose(right)).data).toEqual(product.data);
});
