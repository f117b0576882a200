import type { Api } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { countdownLine } from '../../message/countdown-line.ts';
import type { Countdown } from '../../message/message.ts';
import { isBadRequest, isBlocked, isUnchanged, retryAfterMs } from './api-errors.ts';
import type { Edited } from './countdown.ts';
import { type Formatted, wellFormed } from './formatted.ts';
import { looks } from './looks.ts';

/** A message that counts down in its last line. */
export interface CountingMessage {
  id: number;
  countdown: Countdown;
  /** All of it but its last line. */
  head: Formatted;
  buttons: InlineKeyboardButton[][];
}

/** The last line of a message that counts down. */
export const countingLine = (countdown: Countdown, now: number): string =>
  `⏳ ${wellFormed(countdownLine(countdown, now))}`;

/** Writes the last line anew. `api` must not wait out limits: a countdown that comes late is worth nothing. */
export function createCountdownEdit({ api, now, log }: { api: Api; now: () => number; log: Log }) {
  return async (chat: number, { id, countdown, head, buttons }: CountingMessage): Promise<Edited> => {
    const text = head.text + countingLine(countdown, now());
    try {
      await api.editMessageText(chat, id, text, looks(head.entities, buttons));
      return 'done';
    } catch (error) {
      const limitedMs = retryAfterMs(error);
      if (limitedMs !== null) return { limitedMs };
      if (isUnchanged(error)) return 'done';
      if (isBadRequest(error) || isBlocked(error)) return 'gone';
      log.debug({ reason: reasonOf(error) }, 'countdown not shown');
      return 'failed';
    }
  };
}
