/** Mean, median and standard deviation with N − 1; the last null for fewer than two numbers. */
export interface Distribution {
  persons: number;
  mean: number;
  median: number;
  deviation: number | null;
  least: number;
  most: number;
}

/** Null for none. */
export function distributionOf(numbers: readonly number[]): Distribution | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const spread = variance(numbers);
  return {
    persons: numbers.length,
    mean: mean(numbers),
    median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    deviation: spread === null ? null : Math.sqrt(spread),
    least: sorted[0]!,
    most: sorted.at(-1)!,
  };
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** With N − 1; null for fewer than two numbers. */
export function variance(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null;
  const centre = mean(numbers);
  return numbers.reduce((sum, each) => sum + (each - centre) ** 2, 0) / (numbers.length - 1);
}
