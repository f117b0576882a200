import { describe, expect, it } from 'vitest';
import { clear, createGradient, embed, propagate } from '../../../scripts/train-embedding/embedding-bag.ts';
import { dot, rowOf } from '../../../scripts/train-embedding/matrix.ts';
import { expectSlope, randomRows } from './gradient-check.ts';

const table = randomRows(6, 4, 1);
const bags = [[0, 1, 1], [3], [], [4, 0]].map((words) => Int32Array.from(words));

describe('embed', () => {
  it('gives unit vectors in the direction of the mean', () => {
    const { vectors } = embed(table, bags);
    const single = rowOf(table, 3);
    expect(dot(rowOf(vectors, 0), rowOf(vectors, 0))).toBeCloseTo(1, 6);
    expect(dot(rowOf(vectors, 1), single)).toBeCloseTo(Math.sqrt(dot(single, single)), 6);
  });

  it('gives a zero vector for a bag without words', () => {
    expect([...rowOf(embed(table, bags).vectors, 2)]).toEqual([0, 0, 0, 0]);
  });
});

describe('propagate', () => {
  const weights = randomRows(bags.length, 4, 2);

  it('agrees with finite differences', () => {
    const gradient = createGradient(table);
    propagate(embed(table, bags), weights, gradient, 0.5);
    expectSlope(() => 0.5 * dot(embed(table, bags).vectors.data, weights.data), table, gradient.values);
  });

  it('names the rows it touched, until cleared', () => {
    const gradient = createGradient(table);
    propagate(embed(table, bags), weights, gradient);
    expect([...gradient.touched].sort()).toEqual([0, 1, 3, 4]);
    clear(gradient);
    expect(gradient.touched.size).toBe(0);
    expect(gradient.values.data.every((number) => number === 0)).toBe(true);
  });
});
