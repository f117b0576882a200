import { z } from 'zod';
import type { Hit } from '../knowledge/search.ts';
import { maskPersonal } from './input-guard.ts';
import type { LanguageModel } from './language-model.ts';
import type { Prompts } from './prompts.ts';
import { readJson, tokenIndex } from './reply.ts';

const reply = z.object({ order: z.array(z.string()).max(60) });

/**
 * One call that puts the hits in the order of a model's judgement: titles and 要点 go in, tokens come out.
 * Tokens that are unknown or repeated are dropped; hits that the model leaves out follow in their old order.
 * @throws Outage
 */
export async function rerank(
  question: string,
  hits: Hit[],
  model: LanguageModel,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<Hit[]> {
  const passages = hits
    .map(({ passage }, i) => `[P${i + 1}] ${passage.title}：${passage.gist || passage.text.slice(0, 80)}`)
    .join('\n');
  const text = await model.complete(prompts.rerank({ question: maskPersonal(question), passages }), signal);
  const parsed = reply.safeParse(readJson(text));
  if (!parsed.success) return hits;
  const chosen = new Set(parsed.data.order.flatMap((token) => hits[tokenIndex(token)] ?? []));
  return [...chosen, ...hits.filter((hit) => !chosen.has(hit))];
}
