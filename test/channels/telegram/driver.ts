import type { Update } from 'grammy/types';
import { onTestFinished } from 'vitest';
import { createTelegram } from '../../../src/channels/telegram/index.ts';
import type { Handle, Incoming, TurnEvent } from '../../../src/message/message.ts';
import { messageOf, text } from '../../../src/message/message.ts';
import { type BotApi, me, openBotApi } from '../../fakes/bot-api.ts';
import { silentLog } from '../../fakes/log.ts';

type Rest = Partial<Omit<Parameters<typeof createTelegram>[0], 'handle'>>;

/** A bot that polls a fake Telegram until the test ends. */
export async function openBot(handle: Handle, rest: Rest = {}, api?: BotApi) {
  const server = api ?? (await openBotApi());
  const telegram = createTelegram({
    handle,
    log: silentLog,
    settings: { token: server.token, apiRoot: server.url, mode: 'polling' },
    adminIds: [],
    retryMs: 1,
    pauseBeforeRetry: async () => {},
    ...rest,
  });
  onTestFinished(async () => {
    await telegram.stop();
    await server.close();
  });
  await telegram.start();
  return { api: server, telegram };
}

/** Says what it hears, and remembers it. */
export function echo(events: (incoming: Incoming) => TurnEvent[] = said) {
  const heard: Incoming[] = [];
  const handle: Handle = async function* (incoming) {
    heard.push(incoming);
    yield* events(incoming);
  };
  return { heard, handle };
}

function said(incoming: Incoming): TurnEvent[] {
  const words = 'text' in incoming ? incoming.text : incoming.press;
  return [{ type: 'message', message: messageOf([text(`听到：${words}`)]), inPlace: false }];
}

type Sent = NonNullable<Update['message']>;

const userOf = (id: number) => ({ id, is_bot: false, first_name: '某人' });

/** A message in a private chat. */
export function says(api: BotApi, person: number, words: string, over: Partial<Sent> = {}): Update {
  const chat = { id: person, type: 'private' as const, first_name: '某人' };
  return api.number({
    message: { message_id: 1, date: 1, from: userOf(person), chat, text: words, ...over },
  });
}

/** A message in a group. */
export function saysInGroup(api: BotApi, person: number, words: string, over: Partial<Sent> = {}): Update {
  const chat = { id: -100, type: 'supergroup' as const, title: '邻里群' };
  return api.number({
    message: { message_id: 77, date: 1, from: userOf(person), chat, text: words, ...over } as Sent,
  });
}

/** A press on the button of a message; `date` 0 makes the message inaccessible. */
export function presses(
  api: BotApi,
  person: number,
  data: string,
  on: { message: number; chat?: number; date?: number } | null,
): Update {
  const chat =
    on?.chat === undefined
      ? { id: person, type: 'private' as const, first_name: '某人' }
      : { id: on.chat, type: 'supergroup' as const, title: '邻里群' };
  const message = on && { message_id: on.message, date: on.date ?? 1, chat, from: me };
  const query = {
    id: `q${data}`,
    from: userOf(person),
    chat_instance: '1',
    data,
    ...(message && { message }),
  };
  return api.number({ callback_query: query as unknown as NonNullable<Update['callback_query']> });
}
