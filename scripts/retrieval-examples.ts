import type { Example } from '../src/evaluation/fit-weights.ts';
import type { RetrievalRecord } from '../src/evaluation/retrieval.ts';
import type { Features } from '../src/knowledge/fusion.ts';
import type { Passage } from '../src/knowledge/passage.ts';

/** The Civil Code passages, and for each question their features and gains. */
export async function retrievalExamples(
  records: RetrievalRecord[],
  passages: Passage[],
  features: (query: string) => Promise<Features[]>,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const record of records) {
    examples.push({
      features: await features(record.question),
      gains: passages.map((passage) => (record.articles.includes(passage.article ?? 0) ? 1 : 0)),
    });
  }
  return examples;
}
