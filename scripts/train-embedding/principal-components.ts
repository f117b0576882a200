import { addScaled, type Matrix, multiplyTransposed, rowOf, transpose, zeros } from './matrix.ts';

/** Directions of the greatest variance: `project` gives a row of `count` coordinates for each row. */
export interface Projection {
  readonly project: (vectors: Matrix) => Matrix;
}

const SWEEPS = 30;
/** Cosine of two rows that counts as a right angle. */
const RIGHT_ANGLE = 1e-7;

/** The first `count` principal components of the rows of `samples`, by their covariance. */
export function principalComponents(samples: Matrix, count: number): Projection {
  const mean = new Float32Array(samples.columns);
  for (let i = 0; i < samples.rows; i++) addScaled(mean, rowOf(samples, i), 1 / samples.rows);
  const centred = (vectors: Matrix): Matrix => {
    const copy = { ...vectors, data: vectors.data.slice() };
    for (let i = 0; i < copy.rows; i++) addScaled(rowOf(copy, i), mean, -1);
    return copy;
  };
  const columns = transpose(centred(samples));
  const components = leadingEigenvectors(multiplyTransposed(columns, columns), count);
  return { project: (vectors) => multiplyTransposed(centred(vectors), components) };
}

/**
 * Eigenvectors of the `count` greatest eigenvalues of a symmetric positive semidefinite matrix, as rows. One-sided
 * Jacobi (Hestenes 1958): rotations of row pairs until all rows stand at right angles; each row is then an
 * eigenvector times its eigenvalue.
 */
export function leadingEigenvectors(matrix: Matrix, count: number): Matrix {
  const rows = Array.from({ length: matrix.rows }, (_, i) => Float64Array.from(rowOf(matrix, i)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) rotated = makeOrthogonal(a, b) || rotated;
    }
    if (!rotated) break;
  }
  const byLength = rows.map((row) => ({ row, length: Math.sqrt(inner(row, row)) }));
  byLength.sort((a, b) => b.length - a.length);
  const result = zeros(count, matrix.columns);
  byLength.slice(0, count).forEach(({ row, length }, i) => {
    if (length > 0) rowOf(result, i).set(row.map((x) => x / length));
  });
  return result;
}

/** Rotates two rows in their plane to a right angle, in place; false if they stood at one already. */
function makeOrthogonal(a: Float64Array, b: Float64Array): boolean {
  const [aa, bb, ab] = [inner(a, a), inner(b, b), inner(a, b)];
  if (Math.abs(ab) <= RIGHT_ANGLE * Math.sqrt(aa * bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]!, b[k]!];
    a[k] = cosine * x - sine * y;
    b[k] = sine * x + cosine * y;
  }
  return true;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
