import { articleReferences } from './article-reference.ts';
import { confidenceOf, type Evidence, fittedCoefficients } from './confidence.ts';
import type { EmbeddingModel } from './embedding.ts';
import type { Embeddings } from './embeddings.ts';
import { type Features, fuse, keywordsAlone, type Weights } from './fusion.ts';
import { createKeywordIndex, grams } from './keywords.ts';
import { neighboursOf } from './neighbours.ts';
import { type Passage, passageText } from './passage.ts';
import { cosines, meanAndDeviation, meanOf, meanOfLargest, stackVectors } from './vector-matrix.ts';
import fittedWeights from './weights.json' with { type: 'json' };

export interface Hit {
  passage: Passage;
  /** Comparable within one search only. */
  score: number;
  /** 0…1: the chance that the passage carries an answer; comparable between searches. */
  confidence: number;
  /** The question names this passage's article. */
  named: boolean;
}

/** @throws Outage where the embedding model fails */
export type Search = (query: string, limit: number) => Promise<Hit[]>;

/** The model and the vectors it made; null where search goes by keywords alone. */
export type Vectors = { embeddings: Embeddings; model: EmbeddingModel } | null;

/** All passages seen from one question. */
export interface View {
  features: Features[];
  evidence(passage: number): Evidence;
}

/**
 * @param exemplars a passage whose questions are out of scope
 * @param weights fitted by `npm run fit:fusion`, whose figures are in the README
 */
export function createSearch(
  passages: Passage[],
  exemplars: Passage,
  vectors: Vectors,
  weights: Weights = vectors ? fittedWeights : keywordsAlone,
): Search {
  const view = createView(passages, exemplars, vectors);
  const neighbours = neighboursOf(passages);
  const coefficients = fittedCoefficients[vectors ? 'embeddings' : 'keywords'];
  return async (query, limit) => {
    if (grams(query).length === 0) return [];
    const { features, evidence } = await view(query);
    const scores = fuse(features, neighbours, weights);
    const named = namedPassages(query, passages);
    return passages
      .map((passage, i) => ({ passage, i, score: scores[i]! + (named.has(passage.id) ? 100 : 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ passage, i, score }): Hit => {
        const isNamed = named.has(passage.id);
        return {
          passage,
          score,
          named: isNamed,
          confidence: isNamed ? 1 : confidenceOf(evidence(i), coefficients),
        };
      });
  };
}

/** Questions of a passage that speak for it. */
const nearest = 5;

/** What each question says of all passages, in their order. */
export function createView(
  passages: Passage[],
  exemplars: Passage,
  vectors: Vectors,
): (query: string) => Promise<View> {
  const keywords = createKeywordIndex(
    passages.map((p) => [p.title, p.title, ...p.path, passageText(p), ...p.questions].join('\n')),
  );
  const matrix =
    vectors && stackVectors([...passages, exemplars].map((p) => vectors.embeddings.byDigest.get(p.digest)!));
  return async (query) => {
    const { scores, covered, known } = keywords(query);
    if (!matrix || !vectors) {
      return {
        features: passages.map((_, i) => ({
          keywords: scores[i]!,
          text: 0,
          nearestQuestions: 0,
          allQuestions: 0,
        })),
        evidence: (i) => ({ covered: covered[i]!, known, text: 0, nearestQuestions: 0, outOfScope: 0 }),
      };
    }
    const near = cosines(matrix, await vectors.model.embedQuery(query));
    const features = passages.map((_, i): Features => {
      const from = matrix.starts[i]!;
      const to = matrix.starts[i + 1]!;
      const text = near[from]!;
      if (to === from + 1) return { keywords: scores[i]!, text, nearestQuestions: text, allQuestions: text };
      return {
        keywords: scores[i]!,
        text,
        nearestQuestions: meanOfLargest(near, from + 1, to, nearest),
        allQuestions: meanOf(near, from + 1, to),
      };
    });
    const first = matrix.starts[passages.length]! + 1;
    const foreign = meanOfLargest(near, first, matrix.starts[passages.length + 1]!, 1);
    const { mean, deviation } = meanAndDeviation(features.map((f) => f.allQuestions));
    const standard = (cosine: number): number => (cosine - mean) / deviation;
    return {
      features,
      evidence: (i) => ({
        covered: covered[i]!,
        known,
        text: standard(features[i]!.text),
        nearestQuestions: standard(features[i]!.nearestQuestions),
        outOfScope: Number.isFinite(foreign) ? standard(foreign) : 0,
      }),
    };
  };
}

/** Ids of the passages whose law and article the question names; a bare article number means the Civil Code. */
function namedPassages(query: string, passages: Passage[]): Set<string> {
  const asked = articleReferences(query).filter((r) => r.explicit || query.trim().length <= 12);
  if (asked.length === 0) return new Set();
  const ids = passages.filter((passage) =>
    asked.some(({ law, article }) =>
      passage.law === '民法典'
        ? passage.article === article && (law === null || law.endsWith('民法典'))
        : law !== null &&
          articleReferences(passage.basis).some(
            (b) => b.article === article && b.law !== null && law.endsWith(b.law),
          ),
    ),
  );
  return new Set(ids.map((passage) => passage.id));
}
