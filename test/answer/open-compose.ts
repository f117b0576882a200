import type { Turn } from '../../src/answer/answer.ts';
import { createCompose } from '../../src/answer/compose.ts';
import type { LanguageModel } from '../../src/answer/language-model.ts';
import { loadPrompts } from '../../src/answer/prompts.ts';
import { buildRelease } from '../../src/knowledge/release.ts';
import type { TurnEvent } from '../../src/message/message.ts';
import { plainText } from '../../src/message/plain-text.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { silentLog as log } from '../fakes/log.ts';
import { chapter, entry, guide } from '../knowledge/readers/fixtures.ts';

/** The pipeline over a chapter and a guide, searched by keywords; `ask` gathers what a turn yields and comes to. */
export async function openCompose(languageModel: LanguageModel | null) {
  const knowledgeDir = await folderOf({ 'civil-code/a.md': chapter(entry), 'guides/legal-aid.md': guide() });
  const dataDir = await folderOf({});
  const release = await buildRelease({ knowledgeDir, dataDir, model: null, now: () => new Date(0) });
  const prompts = await loadPrompts('prompts');
  const compose = createCompose({ release: () => release, languageModel, prompts, log });
  return async (question: string, previous: Turn | null = null) => {
    const events: TurnEvent[] = [];
    const turn = compose(question, previous);
    for (;;) {
      const next = await turn.next();
      if (next.done) return { ...next.value, events, text: plainText(next.value.message, 0) };
      events.push(next.value);
    }
  };
}
