import { z } from 'zod';
import { passageText } from '../knowledge/passage.ts';
import type { Hit } from '../knowledge/search.ts';
import { maskPersonal } from './input-guard.ts';
import type { LanguageModel } from './language-model.ts';
import type { Prompts } from './prompts.ts';
import { readJson, tokenIndex } from './reply.ts';

/** One sentence of a model, with the indexes of the hits it says it stands on. */
export interface DraftSentence {
  text: string;
  hits: number[];
}

const reply = z.object({
  answerable: z.boolean(),
  sentences: z.array(z.object({ text: z.string(), passages: z.array(z.string()) })).max(20),
});

/**
 * Asks the model for an answer from the hits, which it knows as P1, P2, … only. Unknown tokens are dropped.
 * @returns null where the reply is not of the asked shape or says that it cannot answer
 * @throws Outage
 */
export async function write(
  question: string,
  hits: Hit[],
  model: LanguageModel,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<DraftSentence[] | null> {
  const passages = hits
    .map(({ passage }, i) => `[P${i + 1}] ${passage.title}（${passage.basis}）\n${passageText(passage)}`)
    .join('\n\n');
  const text = await model.complete(prompts.answer({ question: maskPersonal(question), passages }), signal);
  const parsed = reply.safeParse(readJson(text));
  if (!parsed.success || !parsed.data.answerable) return null;
  return parsed.data.sentences.map((sentence) => ({
    text: sentence.text.replaceAll(/\s*[[（(【]\s*P\d+(?:\s*[,、，]\s*P\d+)*\s*[\]）)】]/gu, '').trim(),
    hits: [...new Set(sentence.passages.map(tokenIndex))].filter(
      (index) => index >= 0 && index < hits.length,
    ),
  }));
}
