import { describe, expect, it } from 'vitest';
import type { Handle } from '../../../src/message/message.ts';
import { openBotApi } from '../../fakes/bot-api.ts';
import { echo, openBot, says } from './driver.ts';

const secret = 'a-long_secret';
const post = (body: string, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/telegram/webhook', { method: 'POST', body, headers });
const authentic = { 'x-telegram-bot-api-secret-token': secret };

async function openHooked(handle: Handle, url = 'https://example.cn') {
  const api = await openBotApi();
  const settings = { token: api.token, apiRoot: api.url, mode: 'webhook' as const, url, secret };
  const { telegram } = await openBot(handle, { settings }, api);
  return { api, telegram, webhook: telegram.webhook! };
}

describe('the webhook', () => {
  it('is told to Telegram with its secret and the updates wanted', async () => {
    const { api } = await openHooked(echo().handle);
    expect(api.accepted('setWebhook')).toEqual([
      {
        url: 'https://example.cn/telegram/webhook',
        secret_token: secret,
        allowed_updates: ['message', 'callback_query'],
      },
    ]);
    expect(api.accepted('getUpdates')).toEqual([]);
  });

  it('refuses whoever does not know the secret, and what is no update', async () => {
    const { handle, heard } = echo();
    const { api, webhook } = await openHooked(handle);
    const update = JSON.stringify(says(api, 1, '甲'));
    const wrong = { 'x-telegram-bot-api-secret-token': `${secret}x` };
    expect((await webhook(post(update))).status).toBe(401);
    expect((await webhook(post(update, wrong))).status).toBe(401);
    expect((await webhook(post('{', authentic))).status).toBe(400);
    expect((await webhook(post('[]', authentic))).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it('answers before the update is worked on, and works on an update once', async () => {
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { handle, heard } = echo();
    const { api, webhook } = await openHooked(async function* (incoming) {
      await begun;
      yield* handle(incoming);
    });
    const update = JSON.stringify(says(api, 1, '甲'));
    expect((await webhook(post(update, authentic))).status).toBe(200);
    expect((await webhook(post(update, authentic))).status).toBe(200);
    expect((await webhook(post(JSON.stringify(says(api, 1, '乙')), authentic))).status).toBe(200);
    expect(heard).toEqual([]);
    begin();
    const sent = await api.wait('sendMessage', 2);
    expect(sent.map((each) => each.text)).toEqual(['听到：甲', '听到：乙']);
  });

  it('sends Telegram away while it is stopping', async () => {
    const { api, telegram, webhook } = await openHooked(echo().handle);
    await telegram.stop();
    expect((await webhook(post(JSON.stringify(says(api, 1, '甲')), authentic))).status).toBe(503);
  });

  it('keeps an address with a path as it is, and refuses one that is not https', async () => {
    const { api } = await openHooked(echo().handle, 'https://example.cn/bots/mingbai');
    expect(api.accepted('setWebhook')).toMatchObject([{ url: 'https://example.cn/bots/mingbai' }]);
    await expect(openHooked(echo().handle, 'http://example.cn')).rejects.toThrow(/TELEGRAM_WEBHOOK_URL/);
  });
});
