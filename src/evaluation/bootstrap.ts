/**
 * The 95 % percentile interval of a mean by resampling the values (Efron 1979).
 * @param random numbers in [0, 1)
 */
export function bootstrapInterval(
  values: number[],
  random: () => number,
  draws = 1000,
): [low: number, high: number] {
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * draws)]!, means[Math.ceil(0.975 * draws) - 1]!];
}
