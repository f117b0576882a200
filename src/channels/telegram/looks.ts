import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';

/** What a text message looks like, as Telegram takes it. */
export const looks = (entities: MessageEntity[], inline_keyboard: InlineKeyboardButton[][]) => ({
  entities,
  link_preview_options: { is_disabled: true },
  ...(inline_keyboard.length > 0 && { reply_markup: { inline_keyboard } }),
});
