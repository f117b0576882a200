import { describe, expect, it } from 'vitest';
import { dot, multiplyTransposed, rowOf } from '../../../scripts/train-embedding/matrix.ts';
import {
  leadingEigenvectors,
  principalComponents,
} from '../../../scripts/train-embedding/principal-components.ts';
import { randomRows } from './gradient-check.ts';

describe('leadingEigenvectors', () => {
  it('finds those of a matrix known by heart', () => {
    const matrix = { rows: 3, columns: 3, data: Float32Array.from([2, 1, 0, 1, 2, 0, 0, 0, 9]) };
    const [first, second] = [0, 1].map((i) => [...rowOf(leadingEigenvectors(matrix, 2), i)].map(Math.abs));
    expect(first).toEqual([0, 0, 1]);
    expect(second?.[0]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(second?.[1]).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it('gives unit vectors that the matrix only stretches', () => {
    const samples = randomRows(12, 12, 4);
    const matrix = multiplyTransposed(samples, samples);
    const vectors = leadingEigenvectors(matrix, 5);
    const stretched = multiplyTransposed(vectors, matrix);
    for (let i = 0; i < 5; i++) {
      const [vector, image] = [rowOf(vectors, i), rowOf(stretched, i)];
      const eigenvalue = dot(vector, image);
      expect(dot(vector, vector)).toBeCloseTo(1, 5);
      image.forEach((number, k) => {
        expect(number).toBeCloseTo(eigenvalue * vector[k]!, 4);
      });
    }
  });
});

describe('principalComponents', () => {
  it('keeps distances when it keeps every dimension', () => {
    const samples = randomRows(10, 4, 5);
    const projected = principalComponents(samples, 4).project(samples);
    const distance = (matrix: typeof samples) => {
      const difference = rowOf(matrix, 0).map((number, k) => number - (rowOf(matrix, 7)[k] as number));
      return dot(difference, difference);
    };
    expect(distance(projected)).toBeCloseTo(distance(samples), 5);
  });
});
