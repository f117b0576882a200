import type { Api } from 'grammy';
import type { Message, SentFile } from '../../message/message.ts';
import type { Countdowns } from './countdown.ts';
import type { CountingMessage } from './countdown-edit.ts';
import { sendFile } from './send-file.ts';
import { type Place, send } from './sender.ts';

/** What turns show. Messages of private chats go on counting down. Throws GrammyError | HttpError. */
export interface Screen {
  show(message: Message, inPlace: boolean, place: Place): Promise<void>;
  hand(file: SentFile, place: Place): Promise<void>;
}

export function createScreen(deps: {
  api: Api;
  countdowns: Countdowns<CountingMessage>;
  now: () => number;
}): Screen {
  const { api, countdowns, now } = deps;
  return {
    async show(message, inPlace, place) {
      const sent = () => send(message, inPlace, place, { api, now: now() });
      const isPrivate = place.chat > 0;
      if (isPrivate) await countdowns.replace(place.chat, sent);
      else await sent();
    },
    hand: (file, place) => sendFile(file, place, api),
  };
}
