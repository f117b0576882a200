import { sequentialize } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { CallbackQuery, Message, User } from 'grammy/types';
import type { Person } from '../../message/message.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from './phrases.ts';
import { isPrivatePress, startOfPress } from './private-only.ts';
import { readMessage } from './read-message.ts';
import { addressOf, type Place } from './sender.ts';
import { runTurn, type TurnDeps } from './turn.ts';

/** The kinds of update that the bot listens to. */
export const listenedUpdates = ['message', 'callback_query'] as const;

/** Installs what messages and presses do. Updates of one citizen run one after another, of many side by side. */
export function listen(bot: Bot, adminIds: readonly string[], deps: TurnDeps): void {
  const personOf = ({ id }: User): Person => ({
    id: `telegram:${id}`,
    admin: adminIds.includes(`telegram:${id}`) || adminIds.includes(String(id)),
  });

  bot.use(sequentialize((ctx) => String(ctx.from?.id ?? '')));

  bot.on('message', async ({ message, me }) => {
    const reading = readMessage(message, me);
    const place = placeOf(message, message.chat.type !== 'private');
    if (reading.kind === 'said') {
      await runTurn({ person: personOf(message.from), text: reading.text }, place, null, deps);
    } else if (reading.kind === 'elsewhere') {
      await pointToPrivate(place, privateChat(me.username, reading.start), deps);
    } else if (reading.kind === 'wordless') {
      await deps.screen.show(messageOf([text(phrases.wordsOnly)]), false, place);
    }
  });

  bot.on('callback_query', async ({ callbackQuery: query, me }) => {
    const press = query.data ?? '';
    if (query.message && query.message.chat.type !== 'private' && isPrivatePress(press)) {
      await openPrivate(query.id, privateChat(me.username, startOfPress(press)), deps);
    } else await runTurn({ person: personOf(query.from), press }, placeOfPress(query), query.id, deps);
  });
}

const privateChat = (username: string, start: string): string => `https://t.me/${username}?start=${start}`;

function placeOf(message: Message, inGroup: boolean): Place {
  return {
    chat: message.chat.id,
    topic: message.is_topic_message ? message.message_thread_id : undefined,
    replyTo: inGroup ? message.message_id : undefined,
    editable: undefined,
  };
}

/** The press opens the private chat, or says that it is the place. */
async function openPrivate(query: string, url: string, { api }: TurnDeps): Promise<void> {
  await api
    .answerCallbackQuery(query, { url })
    .catch(() => api.answerCallbackQuery(query, { text: phrases.elsewhere, show_alert: true }));
}

/** A message is inaccessible when deleted or too old: its date is zero then. Without one the private chat is left. */
function placeOfPress({ message, from }: CallbackQuery): Place {
  if (!message) return { chat: from.id, topic: undefined, replyTo: undefined, editable: undefined };
  const inGroup = message.chat.type !== 'private';
  if (message.date === 0)
    return { chat: message.chat.id, topic: undefined, replyTo: undefined, editable: undefined };
  return { ...placeOf(message, inGroup), editable: message.message_id };
}

async function pointToPrivate(place: Place, url: string, { api }: TurnDeps): Promise<void> {
  await api.sendMessage(place.chat, phrases.elsewhere, {
    ...addressOf(place),
    reply_markup: { inline_keyboard: [[{ text: phrases.openPrivate, url }]] },
  });
}
