import {
  type Features,
  lentBelief,
  standardColumns,
  standardise,
  type Weights,
  weighted,
  weightNames,
} from '../knowledge/fusion.ts';

/** One question with the features of all passages and which of those that were judged are relevant. */
export interface Example {
  features: Features[];
  /** Gain of each judged passage by its index, 0 where irrelevant; at least one above 0. */
  gains: Map<number, number>;
}

export type WeightName = (typeof weightNames)[number];

/** The features' own weights are fitted first, then all together with what the neighbours lend under them. */
export function fitWeights(
  examples: Example[],
  neighbours: number[][],
  used: readonly WeightName[] = weightNames,
): Weights {
  const own = examples.map(({ features }) => standardColumns(features));
  const targets = examples.map(({ gains }) => distribution([...gains.values()]));
  const judged = (columns: Float64Array[], i: number): Float64Array[] =>
    columns.map((column) => Float64Array.from(examples[i]!.gains.keys(), (passage) => column[passage]!));
  const alone = used.filter((name) => name !== 'neighbours');
  const first = ascend(own.map(judged), targets, alone);
  if (!used.includes('neighbours')) return first;
  const both = own.map((columns) => [
    ...columns,
    standardise(lentBelief(weighted(columns, first), neighbours)),
  ]);
  return ascend(both.map(judged), targets, used);
}

function distribution(gains: number[]): Float64Array {
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return Float64Array.from(gains, (gain) => gain / total);
}

const steps = 300;
const rate = 0.1;
const penalty = 1e-3;

/** ListNet top-one cross-entropy (Cao et al. 2007) by Adam (Kingma & Ba 2015), deterministic. */
function ascend(examples: Float64Array[][], targets: Float64Array[], used: readonly WeightName[]): Weights {
  const columns = used.map((name) => weightNames.indexOf(name));
  const w = columns.map(() => 0.5);
  const m = columns.map(() => 0);
  const v = columns.map(() => 0);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = w.map((value) => penalty * value);
    for (const [q, example] of examples.entries()) {
      const belief = softmax(example, columns, w);
      for (const [j, column] of columns.entries()) {
        let sum = 0;
        const values = example[column]!;
        for (let i = 0; i < belief.length; i += 1) sum += (belief[i]! - targets[q]![i]!) * values[i]!;
        gradient[j]! += sum / examples.length;
      }
    }
    for (let j = 0; j < w.length; j += 1) {
      m[j] = 0.9 * m[j]! + 0.1 * gradient[j]!;
      v[j] = 0.999 * v[j]! + 0.001 * gradient[j]! ** 2;
      w[j]! -= (rate * (m[j]! / (1 - 0.9 ** step))) / (Math.sqrt(v[j]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return Object.fromEntries(weightNames.map((name) => [name, w[used.indexOf(name)] ?? 0])) as Weights;
}

function softmax(example: Float64Array[], columns: number[], w: number[]): Float64Array {
  const scores = new Float64Array(example[0]!.length);
  for (const [j, column] of columns.entries()) {
    const values = example[column]!;
    for (let i = 0; i < scores.length; i += 1) scores[i]! += w[j]! * values[i]!;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let total = 0;
  for (let i = 0; i < scores.length; i += 1) {
    scores[i] = Math.exp(scores[i]! - highest);
    total += scores[i]!;
  }
  return scores.map((value) => value / total);
}
