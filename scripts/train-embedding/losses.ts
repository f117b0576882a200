import {
  addScaled,
  dot,
  type Matrix,
  multiply,
  multiplyTransposed,
  rowOf,
  transpose,
  zeros,
} from './matrix.ts';

/** A loss, averaged over the rows of a batch, and its gradient by each matrix of vectors it was given. */
export interface Loss<Gradient extends string> {
  readonly value: number;
  readonly by: Readonly<Record<Gradient, Matrix>>;
}

/** 1 − v · t, for unit vectors and the unit vectors they shall follow. */
export function cosineLoss(vectors: Matrix, targets: Matrix): Loss<'vectors'> {
  const gradient = zeros(vectors.rows, vectors.columns);
  addScaled(gradient.data, targets.data, -1 / vectors.rows);
  return { value: 1 - dot(vectors.data, targets.data) / vectors.rows, by: { vectors: gradient } };
}

/**
 * Kullback–Leibler divergence of the likeness of the batch's vectors to one another (softmax of v · vᵀ / T, row
 * by row) from that of the targets.
 */
export function similarityLoss(vectors: Matrix, targets: Matrix, temperature: number): Loss<'vectors'> {
  const expected = softmaxRows(multiplyTransposed(targets, targets), temperature);
  const actual = softmaxRows(multiplyTransposed(vectors, vectors), temperature);
  const value = expected.data.reduce(
    (sum, p, k) => (p > 0 ? sum + p * Math.log(p / Math.max(actual.data[k]!, Number.MIN_VALUE)) : sum),
    0,
  );
  // Each vector stands on both sides of v · vᵀ.
  const slope = transpose(actual);
  addScaled(slope.data, actual.data, 1);
  addScaled(slope.data, expected.data, -1);
  addScaled(slope.data, transpose(expected).data, -1);
  const gradient = scaled(multiply(slope, vectors), 1 / (temperature * vectors.rows));
  return { value: value / vectors.rows, by: { vectors: gradient } };
}

/**
 * Cross entropy of softmax(v · cᵀ / T): vector i should be nearest to candidate `labels[i]`. Pairs that
 * `excluded` names count for nothing: other right answers are no wrong ones.
 */
export function contrastLoss(
  vectors: Matrix,
  candidates: Matrix,
  labels: ArrayLike<number>,
  temperature: number,
  excluded: (vector: number, candidate: number) => boolean = () => false,
): Loss<'vectors' | 'candidates'> {
  const scores = multiplyTransposed(vectors, candidates);
  for (let i = 0; i < scores.rows; i++) {
    const row = rowOf(scores, i);
    for (let j = 0; j < row.length; j++) if (excluded(i, j)) row[j] = Number.NEGATIVE_INFINITY;
  }
  const slope = softmaxRows(scores, temperature);
  let value = 0;
  for (let i = 0; i < slope.rows; i++) {
    const [row, label] = [rowOf(slope, i), labels[i]!];
    const right = row[label]!;
    value -= Math.log(Math.max(right, Number.MIN_VALUE)) / slope.rows;
    row[label] = right - 1;
  }
  const factor = 1 / (temperature * slope.rows);
  return {
    value,
    by: {
      vectors: scaled(multiply(slope, candidates), factor),
      candidates: scaled(multiply(transpose(slope), vectors), factor),
    },
  };
}

function softmaxRows(scores: Matrix, temperature: number): Matrix {
  const result = zeros(scores.rows, scores.columns);
  for (let i = 0; i < scores.rows; i++) {
    const [source, target] = [rowOf(scores, i), rowOf(result, i)];
    const highest = source.reduce((a, b) => Math.max(a, b));
    let sum = 0;
    for (let j = 0; j < source.length; j++) {
      const x = Math.exp((source[j]! - highest) / temperature);
      target[j] = x;
      sum += x;
    }
    for (let j = 0; j < target.length; j++) target[j] = target[j]! / sum;
  }
  return result;
}

function scaled(matrix: Matrix, factor: number): Matrix {
  for (let k = 0; k < matrix.data.length; k++) matrix.data[k] = matrix.data[k]! * factor;
  return matrix;
}
