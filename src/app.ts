import { randomInt, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCompose } from './answer/compose.ts';
import { passageButton } from './answer/output.ts';
import { loadPrompts } from './answer/prompts.ts';
import type { Config } from './config.ts';
import { createHandle } from './conversation/handle.ts';
import { createTurns } from './conversation/turns.ts';
import { prepareDataDir } from './data-dir.ts';
import { createDrawCertificate } from './documents/draw-certificate.ts';
import { Outage } from './errors.ts';
import type { EmbeddingModel } from './knowledge/embedding.ts';
import { lawDigests } from './knowledge/law-digest.ts';
import { type Library, openLibrary } from './knowledge/library.ts';
import { articleId } from './knowledge/readers/civil-code.ts';
import { buildRelease } from './knowledge/release.ts';
import type { Log } from './log.ts';
import { createLanguageModel } from './models/openai.ts';
import { loadEmbeddingModel } from './models/transformers.ts';
import { createCampaignPlay } from './quiz/campaign/create-campaign-play.ts';
import { createReminders } from './quiz/campaign/reminders/create-reminders.ts';
import { createNotices } from './quiz/campaign/reminders/notices.ts';
import { openContent } from './quiz/content.ts';
import { countBoundness } from './quiz/correction/binding.ts';
import { readBindings } from './quiz/correction/bindings-file.ts';
import { createPlay } from './quiz/create-play.ts';
import { createRandom, randomId } from './quiz/random.ts';
import { openQuizStore } from './store/lowdb.ts';

export type Progress = (done: number, total: number) => void;

/** Where a model cannot be had the bot goes on with keywords alone, and says so in the log and in `status`. */
async function embeddingModel(config: Config, log: Log): Promise<EmbeddingModel | null> {
  try {
    return await loadEmbeddingModel(config.embedding, (file, percent) =>
      log.info({ file, percent }, 'downloading embedding model'),
    );
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    log.warn({ reason: error.message }, 'no embedding model: searching by keywords alone');
    return null;
  }
}

/** The knowledge, ready to search. */
export async function openKnowledge(config: Config, log: Log, onProgress?: Progress): Promise<Library> {
  await prepareDataDir(config.dataDir);
  const model = await embeddingModel(config, log);
  const now = () => new Date();
  return openLibrary(() => buildRelease({ ...config, model, now, ...(onProgress && { onProgress }) }), now);
}

/** The answering half, for `ask`, `chat` and every channel. */
export async function openAnswering(config: Config, log: Log, onProgress?: Progress) {
  const library = await openKnowledge(config, log, onProgress);
  const compose = createCompose({
    release: library.current,
    languageModel: config.languageModel ? createLanguageModel(config.languageModel) : null,
    prompts: await loadPrompts(config.promptsDir),
    log,
  });
  return { library, compose };
}

/**
 * Everything behind a channel: the one handle, over answers, quiz and knowledge. `close` lets the store's file go.
 * @throws BadInput where knowledge, banks or stored records are malformed, or another process holds the records
 */
export async function openConversation(config: Config, log: Log, onProgress?: Progress) {
  await prepareDataDir(config.dataDir);
  const content = await openContent(config, Date.now);
  const { bank, campaigns } = content;
  const store = await openQuizStore(join(config.dataDir, 'quiz.json'));
  try {
    const { library, compose } = await openAnswering(config, log, onProgress);
    const articleButton = (article: number) => {
      const passage = library.current().passage(articleId(article));
      return passage ? passageButton(passage, '看') : null;
    };
    const [a = 1, b = 0, c = 0, d = 0] = webcrypto.getRandomValues(new Uint32Array(4));
    const play = createPlay({
      bank,
      store,
      campaigns,
      articleButton,
      now: Date.now,
      random: createRandom([a, b, c, d]),
    });
    const notices = createNotices(log);
    const campaignPlay = createCampaignPlay({
      campaigns,
      bank,
      store: store.campaigns,
      articleButton,
      now: Date.now,
      newId: () => randomId(10, () => randomInt(2 ** 32) / 2 ** 32),
      publicUrl: config.publicUrl,
      drawCertificate: createDrawCertificate(),
      notices,
    });
    const turns = createTurns(() => new Date());
    const boundness = async () =>
      countBoundness(bank.items, await readBindings(config), lawDigests(library.current().passages));
    const handle = createHandle({
      library,
      compose,
      play,
      campaigns: campaignPlay,
      turns,
      content,
      boundness,
      log,
    });
    const reminders = createReminders({
      campaigns,
      store: store.campaigns,
      notifyAny: notices.notifyAny,
      now: Date.now,
      every(ms, task) {
        const timer = setInterval(task, ms);
        return () => clearInterval(timer);
      },
      pause: (ms, signal) => pause(ms, undefined, { signal }).catch(() => {}),
      log,
    });
    return { handle, library, compose, store, content, notices, reminders, close: store.close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
