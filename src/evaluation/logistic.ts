/** A fitted logistic model: weights in the units of the inputs, and the bias. */
export interface Logistic {
  weights: number[];
  bias: number;
}

const steps = 2000;
const rate = 0.05;
const penalty = 0.01;

/** Logistic regression with an L2 penalty on standardised inputs, by gradient descent; deterministic. */
export function fitLogistic(inputs: number[][], labels: boolean[]): Logistic {
  const width = inputs[0]!.length;
  const mean = column(inputs, (values) => values.reduce((a, b) => a + b, 0) / values.length);
  const deviation = column(
    inputs,
    (values, j) => Math.sqrt(values.reduce((sum, v) => sum + (v - mean[j]!) ** 2, 0) / values.length) || 1,
  );
  const scaled = inputs.map((row) => row.map((value, j) => (value - mean[j]!) / deviation[j]!));
  const w = new Array<number>(width).fill(0);
  let bias = 0;
  for (let step = 0; step < steps; step += 1) {
    const gradient = w.map((value) => penalty * value);
    let biasGradient = 0;
    for (const [i, row] of scaled.entries()) {
      const error = chance(row, w, bias) - (labels[i] ? 1 : 0);
      for (let j = 0; j < width; j += 1) gradient[j]! += (error * row[j]!) / scaled.length;
      biasGradient += error / scaled.length;
    }
    for (let j = 0; j < width; j += 1) w[j]! -= rate * gradient[j]!;
    bias -= rate * biasGradient;
  }
  const weights = w.map((value, j) => value / deviation[j]!);
  return { weights, bias: bias - weights.reduce((sum, value, j) => sum + value * mean[j]!, 0) };
}

/** The chance, 0…1, that the label is true. */
export function chance(input: number[], weights: number[], bias: number): number {
  return 1 / (1 + Math.exp(-input.reduce((sum, value, j) => sum + value * weights[j]!, bias)));
}

function column(rows: number[][], of: (values: number[], j: number) => number): number[] {
  return rows[0]!.map((_, j) =>
    of(
      rows.map((row) => row[j]!),
      j,
    ),
  );
}
