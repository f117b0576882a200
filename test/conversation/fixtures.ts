import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer, Turn } from '../../src/answer/answer.ts';
import type { Compose } from '../../src/answer/compose.ts';
import { passageButton } from '../../src/answer/output.ts';
import type { ConversationDeps } from '../../src/conversation/commands/command.ts';
import { createHandle } from '../../src/conversation/handle.ts';
import { createTurns } from '../../src/conversation/turns.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { articleId } from '../../src/knowledge/readers/civil-code.ts';
import type { Release } from '../../src/knowledge/release.ts';
import type { Log } from '../../src/log.ts';
import { type Message, messageOf, type Person, type TurnEvent, text } from '../../src/message/message.ts';
import { type Bank, loadBank } from '../../src/quiz/bank.ts';
import type { Campaigns } from '../../src/quiz/campaign/campaigns.ts';
import { createCampaignPlay } from '../../src/quiz/campaign/create-campaign-play.ts';
import type { Notices } from '../../src/quiz/campaign/reminders/notices.ts';
import type { Content } from '../../src/quiz/content.ts';
import { createPlay } from '../../src/quiz/create-play.ts';
import { randomId } from '../../src/quiz/random.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { certificateDrawing } from '../fakes/campaign.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { silentLog } from '../fakes/log.ts';
import { seeded } from '../fakes/quiz.ts';

export const me: Person = { id: 'terminal:local', admin: false };
export const clerk: Person = { id: 'telegram:1', admin: true };

export const answered = (content: string, passages: string[] = []): Answer => ({
  status: 'answered',
  message: messageOf([text(content)], {
    sources: passages.map((passage) => ({ passage, title: '', law: '', article: null, quote: '' })),
  }),
});

/** Answers at once, and remembers what it was asked. */
export function recordingCompose(
  answer: (question: string) => Answer = (question) => answered(`答：${question}`),
) {
  const asked: [question: string, previous: Turn | null][] = [];
  const compose: Compose = async function* (question, previous) {
    asked.push([question, previous]);
    yield { type: 'progress', stage: 'searching' };
    return answer(question);
  };
  return { asked, compose };
}

const seedBank = await loadBank({ seedsDir: resolve(import.meta.dirname, '../../seeds') });

/** The conversation over a release and a fresh store; `clock.now` is moved by the test. */
export async function openTalk(over: {
  release: Release;
  compose?: Compose;
  bank?: Bank;
  refresh?: Library['refresh'];
  reload?: Content['reload'];
  log?: Log;
  campaigns?: Campaigns;
  notices?: Notices;
  boundness?: ConversationDeps['boundness'];
}) {
  const store = await openQuizStore(join(await folderOf({}), 'quiz.json'));
  onTestFinished(() => store.close());
  let ids = 0;
  const clock = { now: new Date('2026-01-01T00:00:00Z') };
  const { release, bank = seedBank, log = silentLog, compose = recordingCompose().compose } = over;
  const articleButton = (article: number) => {
    const passage = release.passage(articleId(article));
    return passage ? passageButton(passage, '看') : null;
  };
  const now = () => clock.now.getTime();
  const play = createPlay({
    bank,
    store,
    campaigns: over.campaigns ?? new Map(),
    articleButton,
    now,
    random: seeded(5),
  });
  const campaigns = createCampaignPlay({
    campaigns: over.campaigns ?? new Map(),
    bank,
    store: store.campaigns,
    articleButton,
    now,
    newId: () => randomId(10, seeded(++ids)),
    ...certificateDrawing,
    ...(over.notices && { notices: over.notices }),
  });
  const library: Library = {
    current: () => release,
    refresh: over.refresh ?? (() => Promise.reject(new Error('no refresh here'))),
  };
  const handle = createHandle({
    library,
    compose,
    play,
    campaigns,
    turns: createTurns(() => clock.now),
    boundness: over.boundness ?? (async () => ({ fresh: 3, stale: 0, unbound: 0, gone: 0 })),
    content: { reload: over.reload ?? (() => Promise.reject(new Error('no reload here'))) },
    log,
  });
  return {
    handle,
    store,
    clock,
    say: (words: string, person = me): Promise<TurnEvent[]> => eventsOf(handle({ person, text: words })),
    press: (action: string, person = me): Promise<TurnEvent[]> => eventsOf(handle({ person, press: action })),
  };
}

export async function eventsOf(turn: AsyncIterable<TurnEvent>): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of turn) events.push(event);
  return events;
}

/** The one message of a turn. */
export function messageIn(events: TurnEvent[]): Message {
  const messages = events.flatMap((event) => (event.type === 'message' ? [event.message] : []));
  if (messages.length !== 1) throw new Error(`${messages.length} messages: ${JSON.stringify(events)}`);
  return messages[0]!;
}

export const wordsOf = (message: Message): string => message.paragraphs.map((each) => each.text).join('\n');
export const actionsOf = (message: Message): string[] => message.buttons.flat().map((each) => each.action);
