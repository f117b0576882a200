import { reasonOf } from '../errors.ts';
import { sourceThreshold } from '../knowledge/confidence.ts';
import type { Release } from '../knowledge/release.ts';
import type { Hit } from '../knowledge/search.ts';
import type { Log } from '../log.ts';
import type { Message, Paragraph, TurnEvent } from '../message/message.ts';
import type { Answer, Turn } from './answer.ts';
import { canned, noSource, notHeld, refusal, signpostAlone } from './canned.ts';
import { citedSentences, findFault } from './citations.ts';
import { extract, sourceOf } from './extract.ts';
import { guardInput, maskPersonal } from './input-guard.ts';
import type { LanguageModel } from './language-model.ts';
import { finish } from './output.ts';
import type { Prompts } from './prompts.ts';
import { rerank } from './rerank.ts';
import { isFollowUp, joinTurns, rewriteTurn } from './rewrite.ts';
import { route } from './route.ts';
import { type DraftSentence, write } from './write.ts';

/** Passages that a model may re-rank. */
const candidates = 30;

/** Passages a model sees to write from, and the most an answer may cite. */
const passagesForModel = 5;

/** What the steps that may ask a model need; without one they do their own. */
interface Writing {
  languageModel: LanguageModel | null;
  prompts: Prompts;
  log: Log;
}

export type Compose = (text: string, previous: Turn | null) => AsyncGenerator<TurnEvent, Answer>;

/** input guard → route → rewrite → search → re-rank (model) → write or extract → citations → output. */
export function createCompose(deps: Writing & { release: () => Release }): Compose {
  return async function* compose(text, previous) {
    const guarded = guardInput(text);
    if (!guarded.ok) return refusal(guarded.reason);
    const where = route(guarded.question);
    const fixed = canned(where);
    if (fixed) return fixed;

    yield { type: 'progress', stage: 'searching' };
    const release = deps.release();
    const missing = notHeld(guarded.question, release);
    if (missing) return missing;
    const deadline = AbortSignal.timeout(deps.languageModel?.timeoutMs ?? 0);
    const question = await inContext(guarded.question, previous, deps, deadline);
    const found = await release.search(question, candidates);
    const carrying = found.filter((hit) => hit.confidence >= sourceThreshold);
    const hits = await inJudgedOrder(question, carrying, deps, deadline);
    if (hits.length === 0) return signpostAlone(where) ?? noSource(guarded.question, release);

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
    return { status: 'answered', message };
  };
}

async function inContext(
  text: string,
  previous: Turn | null,
  deps: Writing,
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

/** The first stage's order stands where there is no model, nothing to choose, or no usable reply. */
async function inJudgedOrder(
  question: string,
  hits: Hit[],
  deps: Writing,
  deadline: AbortSignal,
): Promise<Hit[]> {
  if (!deps.languageModel || hits.length <= passagesForModel || hits[0]?.named) return hits;
  return rerank(question, hits, deps.languageModel, deps.prompts, deadline).catch((error: unknown) => {
    deps.log.warn({ reason: reasonOf(error) }, 'passages not re-ranked');
    return hits;
  });
}

function checked(draft: DraftSentence[], hits: Hit[], log: Log) {
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
