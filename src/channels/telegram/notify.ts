import type { Api } from 'grammy';
import { Outage, reasonOf } from '../../errors.ts';
import type { Message } from '../../message/message.ts';
import { isBadRequest, isUnreachable } from './api-errors.ts';
import { send } from './sender.ts';

export type Notified = 'sent' | 'unreachable' | 'no-channel';

/**
 * Sends a message unasked to `telegram:42`. Its countdown stands still: thousands that are reminded at once would take
 * the edits from those who sit a paper, and the paper below goes on counting.
 * `unreachable`: blocked, deactivated or unknown, for good. `no-channel`: a person of another channel.
 * Limits (429) are waited out up to a minute; how many persons a second is the caller's.
 * @throws Outage where Telegram cannot be reached or does not work
 */
export function createNotify({ api, now }: { api: Api; now: () => number }) {
  return async (person: string, message: Message): Promise<Notified> => {
    const chat = Number(/^telegram:([1-9]\d{0,15})$/.exec(person)?.[1]);
    if (!Number.isSafeInteger(chat)) return 'no-channel';
    const place = { chat, topic: undefined, replyTo: undefined, editable: undefined };
    try {
      await send(message, false, place, { api, now: now() });
      return 'sent';
    } catch (error) {
      if (isUnreachable(error)) return 'unreachable';
      if (isBadRequest(error)) throw error;
      throw new Outage(`Telegram did not take a message: ${reasonOf(error)}`, { cause: error });
    }
  };
}
