import type { PassageVectors } from './embeddings.ts';

/** The vectors of all passages as one block, so that a query is one pass over memory. */
export interface VectorMatrix {
  /** Row-major, `dimension` numbers a row. */
  values: Float32Array;
  dimension: number;
  /** Row of passage i's text; its questions follow, up to row `starts[i + 1]`. */
  starts: Int32Array;
}

export function stackVectors(passages: PassageVectors[]): VectorMatrix {
  const dimension = passages[0]?.text.length ?? 0;
  const starts = new Int32Array(passages.length + 1);
  for (const [i, passage] of passages.entries()) starts[i + 1] = starts[i]! + 1 + passage.questions.length;
  const values = new Float32Array(starts[passages.length]! * dimension);
  for (const [i, passage] of passages.entries()) {
    for (const [j, vector] of [passage.text, ...passage.questions].entries()) {
      values.set(vector, (starts[i]! + j) * dimension);
    }
  }
  return { values, dimension, starts };
}

/** Dot product of the query with every row; the cosine, since all are unit vectors. Unrolled by four. */
export function cosines({ values, dimension }: VectorMatrix, query: Float32Array): Float32Array {
  const out = new Float32Array(values.length / dimension);
  const whole = dimension - (dimension % 4);
  for (let row = 0, at = 0; row < out.length; row += 1) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let i = 0;
    for (; i < whole; i += 4, at += 4) {
      a += query[i]! * values[at]!;
      b += query[i + 1]! * values[at + 1]!;
      c += query[i + 2]! * values[at + 2]!;
      d += query[i + 3]! * values[at + 3]!;
    }
    for (; i < dimension; i += 1, at += 1) a += query[i]! * values[at]!;
    out[row] = a + b + c + d;
  }
  return out;
}

/** Mean of the `count` largest of values[from…to), or of all where they are fewer; -Infinity of none. */
export function meanOfLargest(values: Float32Array, from: number, to: number, count: number): number {
  if (to <= from) return Number.NEGATIVE_INFINITY;
  const largest = new Float32Array(Math.min(count, to - from)).fill(Number.NEGATIVE_INFINITY);
  const last = largest.length - 1;
  for (let i = from; i < to; i += 1) {
    let value = values[i]!;
    if (value <= largest[last]!) continue;
    for (let j = 0; j <= last; j += 1) {
      if (value > largest[j]!) {
        const smaller = largest[j]!;
        largest[j] = value;
        value = smaller;
      }
    }
  }
  let sum = 0;
  for (const value of largest) sum += value;
  return sum / largest.length;
}

/** Mean of values[from…to). */
export function meanOf(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]!;
  return sum / (to - from);
}

/** A deviation of 0 is given as 1, so that it can be divided by. */
export function meanAndDeviation(values: ArrayLike<number>): { mean: number; deviation: number } {
  let mean = 0;
  for (let i = 0; i < values.length; i += 1) mean += values[i]! / values.length;
  let variance = 0;
  for (let i = 0; i < values.length; i += 1) variance += (values[i]! - mean) ** 2 / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
