import type { Example } from '../src/evaluation/fit-weights.ts';
import type { RetrievalRecord } from '../src/evaluation/retrieval.ts';
import type { Passage } from '../src/knowledge/passage.ts';
import type { View } from '../src/knowledge/search.ts';

/** For each question the features of all passages, and the gains of those of the Civil Code. */
export async function retrievalExamples(
  records: RetrievalRecord[],
  passages: Passage[],
  view: (query: string) => Promise<View>,
): Promise<Example[]> {
  const code = passages.flatMap((passage, i) =>
    passage.id.startsWith('civil-code/') ? [[passage.article!, i] as const] : [],
  );
  const examples: Example[] = [];
  for (const { question, articles } of records) {
    examples.push({
      features: (await view(question)).features,
      gains: new Map(code.map(([article, i]) => [i, articles.includes(article) ? 1 : 0])),
    });
  }
  return examples;
}
