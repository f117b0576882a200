import type { Api } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { Message } from '../../message/message.ts';
import { isBadRequest, isUnchanged } from './api-errors.ts';
import { type CountingMessage, countingLine } from './countdown-edit.ts';
import type { Formatted } from './formatted.ts';
import { keyboard } from './keyboard.ts';
import { looks } from './looks.ts';
import { render } from './render.ts';
import { split } from './split.ts';

/** Where the messages of a turn go. */
export interface Place {
  chat: number;
  topic: number | undefined;
  /** The message that is answered, in groups. */
  replyTo: number | undefined;
  /** The message whose button was pressed, where it can still be edited. */
  editable: number | undefined;
}

/**
 * Sends a message in as many parts as it needs, its buttons under the last.
 * @param now milliseconds since 1970
 * @returns the part that counts down, where the message does
 * @throws GrammyError | HttpError
 */
export async function send(
  message: Message,
  inPlace: boolean,
  place: Place,
  { api, now }: { api: Api; now: number },
): Promise<CountingMessage | null> {
  const parts = split(render(message, now));
  const buttons = keyboard(message);
  let id = 0;
  for (const [i, part] of parts.entries()) {
    const under = i === parts.length - 1 ? buttons : [];
    if (i === 0 && inPlace && place.editable !== undefined) {
      id = place.editable;
      if (await edit(part, under, place.chat, id, api)) continue;
    }
    const reply = i === 0 ? place : { ...place, replyTo: undefined };
    const rest = { ...looks(part.entities, under), ...addressOf(reply) };
    id = (await api.sendMessage(place.chat, part.text, rest)).message_id;
  }
  const last = parts.at(-1);
  if (!message.countdown || !last) return null;
  const { countdown } = message;
  return { id, countdown, head: without(last, countingLine(countdown, now)), buttons };
}

const without = ({ text, entities }: Formatted, end: string): Formatted => ({
  text: text.slice(0, -end.length),
  entities,
});

/** The topic of a forum and the message replied to, as Telegram takes them. */
export function addressOf({ topic, replyTo }: Place) {
  return {
    ...(topic !== undefined && { message_thread_id: topic }),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
  };
}

/** False where the message can no longer be edited: too old, or deleted. */
async function edit(part: Formatted, under: InlineKeyboardButton[][], chat: number, id: number, api: Api) {
  try {
    await api.editMessageText(chat, id, part.text, looks(part.entities, under));
    return true;
  } catch (error) {
    if (isUnchanged(error)) return true;
    if (isBadRequest(error)) return false;
    throw error;
  }
}
