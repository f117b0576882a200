import { z } from 'zod';
import type { Hit, Search } from '../knowledge/search.ts';
import { type RetrievalFigures, retrievalFigures } from './metrics.ts';

/** A question with the Civil Code articles that decide it. */
export const retrievalRecord = z.object({
  id: z.string(),
  question: z.string().min(1),
  articles: z.array(z.number().int().positive()).min(1),
});
export type RetrievalRecord = z.infer<typeof retrievalRecord>;

export interface RetrievalRun {
  figures: RetrievalFigures & { p50Ms: number; p99Ms: number };
  /** In the order of the records: up to 100 distinct Civil Code articles, best first. */
  lines: { id: string; articles: number[] }[];
}

export async function evaluateRetrieval(
  records: RetrievalRecord[],
  search: Search,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<RetrievalRun> {
  const lines: RetrievalRun['lines'] = [];
  const times: number[] = [];
  for (const record of records) {
    const began = performance.now();
    const hits = await search(record.question, 400);
    times.push(performance.now() - began);
    lines.push({ id: record.id, articles: civilCodeArticles(hits).slice(0, 100) });
    onProgress(lines.length, records.length);
  }
  const figures = retrievalFigures(
    records.map((record, i) => ({ ranked: lines[i]!.articles, relevant: record.articles })),
  );
  return { figures: { ...figures, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) }, lines };
}

/** Distinct articles in the order of their first hit. */
function civilCodeArticles(hits: Hit[]): number[] {
  const articles = hits.flatMap(({ passage }) =>
    passage.law === '民法典' && passage.article !== null ? [passage.article] : [],
  );
  return [...new Set(articles)];
}

/** The value below which a share `q` of the values lies (nearest rank). */
function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}
