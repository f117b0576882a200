import { fuse } from '../knowledge/fusion.ts';
import { type Example, fitWeights, type WeightName } from './fit-weights.ts';

/**
 * Scores of every example under weights fitted on the other half: examples of even place by those of odd place,
 * and the other way round, so that no question is scored by weights that have seen it.
 */
export function crossFit(
  examples: Example[],
  neighbours: number[][],
  used: readonly WeightName[],
): Float64Array[] {
  const half = (parity: number): Example[] => examples.filter((_, i) => i % 2 === parity);
  const weights = [fitWeights(half(1), neighbours, used), fitWeights(half(0), neighbours, used)];
  return examples.map(({ features }, i) => fuse(features, neighbours, weights[i % 2]!));
}

/** Places of the passages by falling score. */
export function ranking(scores: Float64Array): number[] {
  return Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
}
