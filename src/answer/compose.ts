import { reasonOf } from '../errors.ts';
import type { Release } from '../knowledge/release.ts';
import type { Log } from '../log.ts';
import type { Message, Paragraph, TurnEvent } from '../message/message.ts';
import type { Answer, Status, Turn } from './answer.ts';
import { canned, noSource, refusal, signpost } from './canned.ts';
import { citedSentences, findFault } from './citations.ts';
import { extract, sourceOf } from './extract.ts';
import { guardInput, maskPersonal } from './input-guard.ts';
import type { LanguageModel } from './language-model.ts';
import { finish } from './output.ts';
import type { Prompts } from './prompts.ts';
import { isFollowUp, joinTurns, rewriteTurn } from './rewrite.ts';
import { route } from './route.ts';
import { write } from './write.ts';

/** Passages a model sees, and the most an answer may cite. */
const passagesForModel = 5;

/** Below this confidence a passage does not carry an answer. Set on data: `npm run bench:threshold`. */
export const sourceThreshold = { embeddings: 0.5, keywords: 0.62 };

export type Compose = (text: string, previous: Turn | null) => AsyncGenerator<TurnEvent, Answer>;

/** input guard → route → rewrite → search → write or extract → citations → output. */
export function createCompose(deps: {
  release: () => Release;
  languageModel: LanguageModel | null;
  prompts: Prompts;
  log: Log;
}): Compose {
  return async function* compose(text, previous) {
    const guarded = guardInput(text);
    if (!guarded.ok) return refusal(guarded.reason);
    const where = route(guarded.question);
    const fixed = canned(where);
    if (fixed) return fixed;

    yield { type: 'progress', stage: 'searching' };
    const deadline = AbortSignal.timeout(deps.languageModel?.timeoutMs ?? 0);
    const question = await inContext(guarded.question, previous, deps, deadline);
    const release = deps.release();
    const hits = (await release.search(question, 8)).filter((hit) => carries(hit.confidence, release));
    if (hits.length === 0) return signpost(where) ?? noSource(guarded.question, release);

    const extracted = { ...extract(question, hits), generated: false };
    let body: Pick<Message, 'paragraphs' | 'sources' | 'generated'> = extracted;
    if (deps.languageModel) {
      yield { type: 'progress', stage: 'writing' };
      const draft = await write(
        question,
        hits.slice(0, passagesForModel),
        deps.languageModel,
        deps.prompts,
        deadline,
      ).catch((error: unknown) => {
        deps.log.warn({ reason: reasonOf(error) }, 'no model answer, extracted instead');
        return null;
      });
      yield { type: 'progress', stage: 'checking' };
      body = (draft && checked(draft, hits, deps.log)) ?? extracted;
    }
    const message = finish(body, where, release);
    for (const paragraph of message.paragraphs) yield { type: 'sentence', paragraph };
    return { status: 'answered' satisfies Status, message };
  };
}

function carries(confidence: number, release: Release): boolean {
  return confidence >= (release.model === null ? sourceThreshold.keywords : sourceThreshold.embeddings);
}

async function inContext(
  text: string,
  previous: Turn | null,
  deps: { languageModel: LanguageModel | null; prompts: Prompts; log: Log },
  deadline: AbortSignal,
): Promise<string> {
  if (!previous || !isFollowUp(text)) return text;
  if (!deps.languageModel) return joinTurns(previous, text);
  const masked = { ...previous, question: maskPersonal(previous.question) };
  return rewriteTurn(masked, maskPersonal(text), deps.languageModel, deps.prompts, deadline).catch(
    (error: unknown) => {
      deps.log.warn({ reason: reasonOf(error) }, 'follow-up not rewritten, joined instead');
      return joinTurns(previous, text);
    },
  );
}

function checked(
  draft: Awaited<ReturnType<typeof write>> & {},
  hits: Parameters<typeof extract>[1],
  log: Log,
) {
  const sentences = citedSentences(draft);
  const fault = findFault(
    sentences,
    hits.map((hit) => hit.passage),
  );
  if (fault) {
    log.warn({ fault }, 'model answer withheld, extracted instead');
    return null;
  }
  const used = [...new Set(sentences.flatMap((sentence) => sentence.hits))];
  const paragraphs = sentences.map(
    (sentence, i): Paragraph => ({
      kind: i === 0 ? 'lead' : 'text',
      text: sentence.text,
      cites: sentence.hits.map((hit) => used.indexOf(hit) + 1),
    }),
  );
  const sources = used.map((hit) =>
    sourceOf(hits[hit]!.passage, hits[hit]!.passage.gist || hits[hit]!.passage.text),
  );
  return { paragraphs, sources, generated: true };
}
