import fitted from './confidence.json' with { type: 'json' };

/**
 * What speaks for and against a passage carrying an answer. Cosines are given as distances from the mean over all
 * passages in standard deviations, so that one fit serves models with other ranges of cosines.
 */
export interface Evidence {
  /** Share of the question's information that the passage holds, 0…1. */
  covered: number;
  /** Share of the question's information that the knowledge holds anywhere, 0…1. */
  known: number;
  /** The question and the passage's text; 0 without a model. */
  text: number;
  /** The question and the nearest of the passage's questions; 0 without a model. */
  nearestQuestions: number;
  /** The question and the nearest exemplar of what is out of scope; 0 without a model. */
  outOfScope: number;
}

export const evidenceNames = [
  'covered',
  'known',
  'text',
  'nearestQuestions',
  'outOfScope',
] as const satisfies (keyof Evidence)[];

export type Coefficients = Record<keyof Evidence | 'bias', number>;

/** Below this a passage does not carry an answer; chosen on the trade-off that `npm run fit:confidence` prints. */
export const sourceThreshold = 0.45;

/** Logistic: the chance, 0…1, that a question with this evidence is one the knowledge answers. */
export function confidenceOf(evidence: Evidence, coefficients: Coefficients): number {
  let sum = coefficients.bias;
  for (const name of evidenceNames) sum += coefficients[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}

/** Fitted by `npm run fit:confidence`, with and without an embedding model. */
export const fittedCoefficients: Record<'embeddings' | 'keywords', Coefficients> = fitted;
