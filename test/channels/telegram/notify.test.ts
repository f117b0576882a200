import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Outage } from '../../../src/errors.ts';
import { messageOf, text } from '../../../src/message/message.ts';
import { type Failure, openBotApi } from '../../fakes/bot-api.ts';
import { echo, openBot } from './driver.ts';

const message = messageOf([text('竞赛还有一小时结束。')], {
  buttons: [[{ label: '去答题', action: 'campaign:spring' }]],
});

type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** A bot whose next message meets this failure. */
async function open(failure?: Failure, pauseBeforeRetry: Pause = async () => {}) {
  const api = await openBotApi();
  if (failure) api.fail('sendMessage', failure);
  const { telegram } = await openBot(echo().handle, { pauseBeforeRetry }, api);
  return { api, telegram };
}

describe('notify', () => {
  it('sends the message to the person with its buttons', async () => {
    const { api, telegram } = await open();
    expect(await telegram.notify('telegram:42', message)).toBe('sent');
    expect(api.accepted('sendMessage')).toMatchObject([
      {
        chat_id: 42,
        text: '竞赛还有一小时结束。',
        reply_markup: { inline_keyboard: [[{ callback_data: 'campaign:spring' }]] },
      },
    ]);
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: PEER_ID_INVALID'],
  ])('says who cannot be reached: %i %s', async (code, description) => {
    const { telegram } = await open({ code, description });
    expect(await telegram.notify('telegram:42', message)).toBe('unreachable');
  });

  it.each(['web:9f', 'terminal:local', 'telegram:', 'telegram:-100', 'telegram:1e5', 'telegram:42 '])(
    'has no way to %s',
    async (person) => {
      const { api, telegram } = await open();
      expect(await telegram.notify(person, message)).toBe('no-channel');
      expect(api.accepted('sendMessage')).toEqual([]);
    },
  );

  it('waits out a rate limit', async () => {
    const { telegram } = await open({ code: 429, description: 'Too Many Requests', retry_after: 0 });
    expect(await telegram.notify('telegram:42', message)).toBe('sent');
  });

  it.each<[string, Failure]>([
    ['a limit that is too long', { code: 429, description: 'Too Many Requests', retry_after: 3600 }],
    ['a garbled reply', 'malformed'],
    ['a token taken back', { code: 401, description: 'Unauthorized' }],
  ])('throws an outage for %s', async (_, failure) => {
    const { telegram } = await open(failure);
    await expect(telegram.notify('telegram:42', message)).rejects.toThrow(Outage);
  });

  it('sends nothing after the bot has stopped that a limit has held up', async () => {
    const { api, telegram } = await open(
      { code: 429, description: 'Too Many Requests', retry_after: 30 },
      (ms, signal) => pause(ms, undefined, { signal }),
    );
    const told = telegram.notify('telegram:42', message).catch((error: unknown) => error);
    await api.waitRefused();
    await telegram.stop();
    expect(await told).toBeInstanceOf(Outage);
    expect(api.accepted('sendMessage')).toEqual([]);
  });

  it('does not take a message that Telegram refuses for an outage', async () => {
    const { telegram } = await open({ code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' });
    const failed = await telegram.notify('telegram:42', message).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(Outage);
  });
});
