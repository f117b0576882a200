import { articleReferences } from './article-reference.ts';
import { dot, type EmbeddingModel } from './embedding.ts';
import type { Embeddings, PassageVectors } from './embeddings.ts';
import { type Features, fuse, type Weights } from './fusion.ts';
import { createKeywordIndex, grams } from './keywords.ts';
import { neighboursOf } from './neighbours.ts';
import { type Passage, passageText } from './passage.ts';
import fittedWeights from './weights.json' with { type: 'json' };

export interface Hit {
  passage: Passage;
  /** Comparable within one search only. */
  score: number;
  /** 0…1: how likely the passage is about the question at all; comparable between searches. */
  confidence: number;
  /** The question names this passage's article. */
  named: boolean;
}

/** @throws Outage where the embedding model fails */
export type Search = (query: string, limit: number) => Promise<Hit[]>;

/** The model and the vectors it made; null where search goes by keywords alone. */
export type Vectors = { embeddings: Embeddings; model: EmbeddingModel } | null;

const keywordsAlone: Weights = { keywords: 1, text: 0, nearestQuestions: 0, allQuestions: 0, neighbours: 0 };

/** @param weights fitted by `npm run fit:fusion`, whose figures are in the README */
export function createSearch(
  passages: Passage[],
  vectors: Vectors,
  weights: Weights = vectors ? fittedWeights : keywordsAlone,
): Search {
  const features = createFeatures(passages, vectors);
  const neighbours = neighboursOf(passages);
  return async (query, limit) => {
    const found = await features(query);
    const scores = fuse(found, neighbours, weights);
    const named = namedPassages(query, passages);
    return passages
      .map((passage, i) => ({ passage, i, score: scores[i]! + (named.has(passage.id) ? 100 : 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ passage, i, score }): Hit => {
        const isNamed = named.has(passage.id);
        const confidence = vectors ? semanticConfidence(found[i]!) : coverage(query, passage);
        return { passage, score, named: isNamed, confidence: isNamed ? 1 : confidence };
      });
  };
}

/** The features of every passage for a question, in the order of the passages. */
export function createFeatures(
  passages: Passage[],
  vectors: Vectors,
): (query: string) => Promise<Features[]> {
  const keywords = createKeywordIndex(
    passages.map((p) => [p.title, p.title, ...p.path, passageText(p), ...p.questions].join('\n')),
  );
  const stored = passages.map((passage) => vectors?.embeddings.byDigest.get(passage.digest));
  return async (query) => {
    const scores = keywords(query);
    const vector = vectors && (await vectors.model.embedQuery(query));
    return passages.map((_, i) => ({ keywords: scores[i]!, ...cosines(vector, stored[i]) }));
  };
}

const nearest = 5;

function cosines(
  query: Float32Array | null,
  passage: PassageVectors | undefined,
): Omit<Features, 'keywords'> {
  if (!query || !passage) return { text: 0, nearestQuestions: 0, allQuestions: 0 };
  const text = dot(query, passage.text);
  if (passage.questions.length === 0) return { text, nearestQuestions: text, allQuestions: text };
  const each = Float32Array.from(passage.questions, (question) => dot(query, question)).sort();
  const mean = (values: Float32Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return { text, nearestQuestions: mean(each.subarray(-nearest)), allQuestions: mean(each) };
}

const semanticConfidence = (f: Features): number => Math.max(0, (f.text + f.nearestQuestions) / 2);

/** Share of the question's bigrams that the passage holds. */
function coverage(query: string, passage: Passage): number {
  const wanted = [...new Set(grams(query))].filter((gram) => gram.length > 1);
  const held = new Set(
    grams([...passage.path, passage.title, passage.gist, passage.text, ...passage.questions].join('\n')),
  );
  return wanted.length === 0 ? 0 : wanted.filter((gram) => held.has(gram)).length / wanted.length;
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
