import { type Api, InputFile } from 'grammy';
import type { SentFile } from '../../message/message.ts';
import { fileName } from '../file-name.ts';
import { isBadRequest } from './api-errors.ts';
import { shorten } from './keyboard.ts';
import { addressOf, type Place } from './sender.ts';

/** Telegram's limit for a caption, in UTF-16 units. */
const longestCaption = 1024;

/**
 * Pictures go as photos, which open at a touch, or as files where Telegram refuses the picture (its size, its shape);
 * PDFs go as files.
 * @throws GrammyError | HttpError
 */
export async function sendFile(file: SentFile, place: Place, api: Api): Promise<void> {
  const content = (): InputFile => new InputFile(file.bytes, fileName(file.name));
  const caption = shorten(file.caption, longestCaption);
  const rest = { ...(caption !== '' && { caption }), ...addressOf(place) };
  if (file.type === 'image/png') {
    try {
      await api.sendPhoto(place.chat, content(), rest);
      return;
    } catch (error) {
      if (!isBadRequest(error)) throw error;
    }
  }
  await api.sendDocument(place.chat, content(), rest);
}
