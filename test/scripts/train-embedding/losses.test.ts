import { describe, expect, it } from 'vitest';
import { contrastLoss, cosineLoss, similarityLoss } from '../../../scripts/train-embedding/losses.ts';
import { expectSlope, randomUnitRows } from './gradient-check.ts';

const TEMPERATURE = 0.5;
const vectors = randomUnitRows(5, 6, 1);
const others = randomUnitRows(5, 6, 2);
const candidates = randomUnitRows(8, 6, 3);
const labels = [0, 7, 3, 3, 5];

describe('gradients agree with finite differences', () => {
  it('cosineLoss', () => {
    const loss = () => cosineLoss(vectors, others);
    expectSlope(() => loss().value, vectors, loss().by.vectors);
  });

  it('similarityLoss', () => {
    const loss = () => similarityLoss(vectors, others, TEMPERATURE);
    expectSlope(() => loss().value, vectors, loss().by.vectors);
  });

  it('contrastLoss, by vectors and by candidates', () => {
    const loss = () => contrastLoss(vectors, candidates, labels, TEMPERATURE);
    expectSlope(() => loss().value, vectors, loss().by.vectors);
    expectSlope(() => loss().value, candidates, loss().by.candidates);
  });

  it('contrastLoss with excluded pairs', () => {
    const loss = () => contrastLoss(vectors, candidates, labels, TEMPERATURE, (i, j) => i === 2 && j === 5);
    expectSlope(() => loss().value, vectors, loss().by.vectors);
    expectSlope(() => loss().value, candidates, loss().by.candidates);
  });
});

describe('values', () => {
  it('are zero where there is nothing to learn', () => {
    expect(cosineLoss(others, others).value).toBeCloseTo(0, 6);
    expect(similarityLoss(others, others, TEMPERATURE).value).toBeCloseTo(0, 6);
  });

  it('are the logarithm of the number of candidates where all are alike', () => {
    const alike = { rows: 4, columns: 6, data: new Float32Array(24).fill(0.1) };
    expect(contrastLoss(vectors, alike, [0, 1, 2, 3, 0], TEMPERATURE).value).toBeCloseTo(Math.log(4), 5);
  });
});
