import { meanAndDeviation } from './vector-matrix.ts';

/** What is known of one passage for one question, before weighing. */
export interface Features {
  /** BM25 over headings, text and questions as one field; 0 where nothing is shared. */
  keywords: number;
  /** Cosine of the question and the passage's text. */
  text: number;
  /** Mean cosine of the five of the passage's questions nearest to the question. */
  nearestQuestions: number;
  /** Mean cosine of all the passage's questions. */
  allQuestions: number;
}

/** The passage's own features and what its neighbours add. */
export type Weights = Record<keyof Features | 'neighbours', number>;

export const featureNames = [
  'keywords',
  'text',
  'nearestQuestions',
  'allQuestions',
] as const satisfies (keyof Features)[];
export const weightNames = [...featureNames, 'neighbours'] as const satisfies (keyof Weights)[];

/** How passages are ranked without vectors. */
export const keywordsAlone: Weights = {
  keywords: 1,
  text: 0,
  nearestQuestions: 0,
  allQuestions: 0,
  neighbours: 0,
};

/** How evenly the first stage's belief is spread before neighbours lend to each other. */
const temperature = 2.5;
/** Added to what is lent, so that its log is finite. */
const floor = 1e-4;

/** Values as z-scores; a constant becomes zeros. */
export function standardise(values: Float64Array): Float64Array {
  const { mean, deviation } = meanAndDeviation(values);
  return values.map((value) => (value - mean) / deviation);
}

/**
 * Scores of all passages for one question: a weighted sum of standardised features, and for each passage the log of
 * the belief (a softmax of that sum) that its neighbours hold. Articles that need each other are found together.
 * @param neighbours for each passage, the indexes of those that cite it or that it cites
 */
export function fuse(features: Features[], neighbours: number[][], weights: Weights): Float64Array {
  const columns = standardColumns(features);
  const own = weighted(columns, weights);
  if (weights.neighbours === 0) return own;
  const lent = standardise(lentBelief(own, neighbours));
  return own.map((score, i) => score + weights.neighbours * lent[i]!);
}

/** Each feature over all passages as z-scores, so that weights are comparable between questions. */
export function standardColumns(features: Features[]): Float64Array[] {
  return featureNames.map((name) => standardise(Float64Array.from(features, (f) => f[name])));
}

export function weighted(columns: Float64Array[], weights: Weights): Float64Array {
  const scores = new Float64Array(columns[0]!.length);
  for (const [j, name] of featureNames.entries()) {
    const weight = weights[name];
    const column = columns[j]!;
    for (let i = 0; i < scores.length; i += 1) scores[i]! += weight * column[i]!;
  }
  return scores;
}

/**
 * Log of the softmax mass on each passage's neighbours, over the root of their number, so that hubs gain less.
 * A passage that has none is its own neighbour: having none must speak neither for nor against it.
 */
export function lentBelief(scores: Float64Array, neighbours: number[][]): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  const mass = scores.map((score) => Math.exp((score - highest) / temperature));
  let total = 0;
  for (const each of mass) total += each;
  return Float64Array.from(neighbours, (near, i) => {
    if (near.length === 0) return Math.log(floor + mass[i]! / total);
    let belief = 0;
    for (const j of near) belief += mass[j]! / total;
    return Math.log(floor + belief / Math.sqrt(near.length));
  });
}
