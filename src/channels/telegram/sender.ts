import type { Api } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { Message } from '../../message/message.ts';
import { isBadRequest, isUnchanged } from './api-errors.ts';
import type { Formatted } from './formatted.ts';
import { keyboard } from './keyboard.ts';
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
 * Shows a message in as many parts as it needs, its buttons under the last.
 * @throws GrammyError | HttpError
 */
export async function show(message: Message, inPlace: boolean, place: Place, api: Api): Promise<void> {
  const parts = split(render(message));
  const buttons = keyboard(message);
  for (const [i, part] of parts.entries()) {
    const under = i === parts.length - 1 ? buttons : [];
    if (i === 0 && inPlace && place.editable !== undefined) {
      if (await edit(part, under, place.chat, place.editable, api)) continue;
    }
    const reply = i === 0 ? place : { ...place, replyTo: undefined };
    await api.sendMessage(place.chat, part.text, { ...looks(part, under), ...addressOf(reply) });
  }
}

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
    await api.editMessageText(chat, id, part.text, looks(part, under));
    return true;
  } catch (error) {
    if (isUnchanged(error)) return true;
    if (isBadRequest(error)) return false;
    throw error;
  }
}

const looks = ({ entities }: Formatted, inline_keyboard: InlineKeyboardButton[][]) => ({
  entities,
  link_preview_options: { is_disabled: true },
  ...(inline_keyboard.length > 0 && { reply_markup: { inline_keyboard } }),
});
