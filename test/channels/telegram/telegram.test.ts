import { describe, expect, it, onTestFinished } from 'vitest';
import { createTelegram } from '../../../src/channels/telegram/index.ts';
import { type Handle, messageOf, type TurnEvent, text } from '../../../src/message/message.ts';
import { openBotApi } from '../../fakes/bot-api.ts';
import { silentLog } from '../../fakes/log.ts';
import { echo, openBot, presses, says } from './driver.ts';

const reply = (words: string, inPlace = false): TurnEvent => ({
  type: 'message',
  message: messageOf([text(words)]),
  inPlace,
});

/** A promise and the function that fulfils it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('updates', () => {
  it('of one citizen run in order, of two side by side', async () => {
    const { opened, open } = gate();
    const began: string[] = [];
    const handle: Handle = async function* (incoming) {
      const words = 'text' in incoming ? incoming.text : '';
      began.push(words);
      if (words === '甲一') await opened;
      yield reply(words);
    };
    const { api } = await openBot(handle);
    for (const update of [says(api, 1, '甲一'), says(api, 1, '甲二'), says(api, 2, '乙一')])
      api.deliver(update);
    expect(await api.wait('sendMessage')).toMatchObject([{ chat_id: 2, text: '乙一' }]);
    expect(began).toEqual(['甲一', '乙一']);
    open();
    const sent = await api.wait('sendMessage', 3);
    expect(sent.map((each) => each.text)).toEqual(['乙一', '甲一', '甲二']);
  });

  it('that come twice are worked on once', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    const update = says(api, 1, '甲');
    api.deliver(update);
    api.deliver(update);
    await api.wait('sendMessage');
    api.deliver(update);
    api.deliver(says(api, 1, '乙'));
    await api.wait('sendMessage', 2);
    expect(heard.map((each) => 'text' in each && each.text)).toEqual(['甲', '乙']);
  });

  it('carry the person by the channel and the id', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle, { adminIds: ['9'] });
    api.deliver(says(api, 7, '甲'));
    api.deliver(presses(api, 9, 'command:help', { message: 5 }));
    await api.wait('sendMessage', 2);
    const persons = new Map(heard.map(({ person }) => [person.id, person.admin]));
    expect(persons).toEqual(
      new Map([
        ['telegram:7', false],
        ['telegram:9', true],
      ]),
    );
  });
});

describe('stop', () => {
  it('finishes the turns under way and confirms what was fetched', async () => {
    const { opened, open } = gate();
    const began = gate();
    const { api, telegram } = await openBot(async function* () {
      began.open();
      await opened;
      yield reply('说完了');
    });
    api.deliver(says(api, 1, '甲'));
    await began.opened;
    const stopped = telegram.stop();
    await api.wait('getUpdates', 1, (poll) => poll.timeout === 0);
    open();
    await stopped;
    expect(api.accepted('sendMessage')).toMatchObject([{ text: '说完了' }]);
    expect(api.pending()).toBe(0);
  });
});

describe('trouble with Telegram', () => {
  it('waits out a rate limit and then says it', async () => {
    const { api } = await openBot(echo().handle);
    api.fail('sendMessage', { code: 429, description: 'Too Many Requests: retry after 0', retry_after: 0 });
    api.deliver(says(api, 1, '甲'));
    expect(await api.wait('sendMessage')).toMatchObject([{ text: '听到：甲' }]);
    expect(api.refused()).toHaveLength(1);
  });

  it.each([
    [
      'a citizen who has blocked the bot',
      { code: 403, description: 'Forbidden: bot was blocked by the user' },
    ],
    ['a malformed reply', 'malformed'],
    ['a connection that breaks again', 'hang up'],
  ] as const)('survives %s', async (_, failure) => {
    const { api } = await openBot(echo().handle);
    const tries = failure === 'hang up' ? 2 : 1;
    for (let n = 0; n < tries; n += 1) api.fail('sendMessage', failure);
    api.deliver(says(api, 1, '甲'));
    await api.waitRefused(tries);
    api.deliver(says(api, 1, '乙'));
    expect(await api.wait('sendMessage')).toMatchObject([{ text: '听到：乙' }]);
  });

  it.each([
    ['a malformed reply', 'malformed'],
    ['a server error', { code: 500, description: 'Internal Server Error' }],
    [
      'another process that polls',
      { code: 409, description: 'Conflict: terminated by other getUpdates request' },
    ],
    ['a rate limit', { code: 429, description: 'Too Many Requests', retry_after: 0 }],
  ] as const)('goes on polling after %s', async (_, failure) => {
    const api = await openBotApi();
    api.fail('getUpdates', failure);
    await openBot(echo().handle, {}, api);
    api.deliver(says(api, 1, '甲'));
    expect(await api.wait('sendMessage')).toMatchObject([{ text: '听到：甲' }]);
  });

  it('starts without Telegram and connects when it comes back', async () => {
    const api = await openBotApi();
    api.fail('getMe', 'hang up');
    api.fail('getMe', 'malformed');
    await openBot(echo().handle, {}, api);
    api.deliver(says(api, 1, '甲'));
    expect(await api.wait('sendMessage')).toHaveLength(1);
  });

  it('does not start with a token that Telegram does not know', async () => {
    const api = await openBotApi();
    onTestFinished(() => api.close());
    const telegram = createTelegram({
      handle: echo().handle,
      log: silentLog,
      settings: { token: '1:wrong', apiRoot: api.url, mode: 'polling' },
      adminIds: [],
    });
    await expect(telegram.start()).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
  });
});
