import { describe, expect, it } from 'vitest';
import type { Every } from '../../../src/channels/telegram/typing.ts';
import { type Incoming, messageOf, type TurnEvent, text } from '../../../src/message/message.ts';
import { echo, openBot, presses, says } from './driver.ts';

const shown = (words: string, inPlace: boolean): TurnEvent => ({
  type: 'message',
  message: messageOf([text(words)], { buttons: [[{ label: '再来', action: 'begin:0' }]] }),
  inPlace,
});

/** A press edits, a text sends. */
const inPlaceOnPress = (incoming: Incoming): TurnEvent[] => [
  shown('press' in incoming ? '二' : '一', 'press' in incoming),
];

describe('a press', () => {
  it.each([
    ['was deleted', { message: 999 }],
    ['is inaccessible', { message: 501, date: 0 }],
    ['is not told', null],
  ])('sends anew where its message %s', async (_, on) => {
    const { api } = await openBot(echo(inPlaceOnPress).handle);
    api.deliver(says(api, 1, '甲'));
    await api.wait('sendMessage');
    api.deliver(presses(api, 1, 'begin:0', on));
    const [, second] = await api.wait('sendMessage', 2);
    expect(second).toMatchObject({ chat_id: 1, text: '二' });
    expect(api.accepted('answerCallbackQuery')).toHaveLength(1);
  });

  it('that changes nothing is harmless', async () => {
    const { api } = await openBot(echo(inPlaceOnPress).handle);
    api.deliver(says(api, 1, '甲'));
    await api.wait('sendMessage');
    api.deliver(presses(api, 1, 'begin:0', { message: 501 }));
    api.deliver(presses(api, 1, 'begin:0', { message: 501 }));
    await api.waitRefused();
    api.deliver(says(api, 1, '乙'));
    await api.wait('sendMessage', 2);
    expect(api.accepted('sendMessage').map((each) => each.text)).toEqual(['一', '一']);
    expect(api.accepted('answerCallbackQuery')).toHaveLength(2);
  });

  it('edits with the first part of a long message and sends the rest', async () => {
    const long = `${'长'.repeat(4000)}\n\n${'尾'.repeat(4000)}`;
    const { api } = await openBot(
      echo((incoming) => [shown('press' in incoming ? long : '一', true)]).handle,
    );
    api.deliver(says(api, 1, '甲'));
    await api.wait('sendMessage');
    api.deliver(presses(api, 1, 'begin:0', { message: 501 }));
    const [, rest] = await api.wait('sendMessage', 2);
    const [edited] = api.accepted('editMessageText');
    expect(edited?.text).toBe('长'.repeat(4000));
    expect(edited?.reply_markup).toBeUndefined();
    expect(rest?.text).toBe('尾'.repeat(4000));
    expect(rest?.reply_markup?.inline_keyboard).toHaveLength(1);
  });

  it('is answered even where the turn fails', async () => {
    const { api } = await openBot(async function* () {
      yield { type: 'progress', stage: 'searching' };
      throw new Error('defect');
    });
    api.deliver(presses(api, 1, 'begin:0', { message: 501 }));
    expect(await api.wait('answerCallbackQuery')).toHaveLength(1);
  });

  it('whose query is too old is worked on all the same', async () => {
    const { api } = await openBot(echo().handle);
    api.fail('answerCallbackQuery', { code: 400, description: 'Bad Request: query is too old' });
    api.deliver(presses(api, 1, 'begin:0', { message: 501 }));
    expect(await api.wait('sendMessage')).toMatchObject([{ text: '听到：begin:0' }]);
  });
});

describe('the typing indicator', () => {
  it('is repeated until the answer stands, and never sends a message', async () => {
    let tick = (): void => {};
    let running = 0;
    const every: Every = (_, task) => {
      running += 1;
      tick = task;
      return () => {
        running -= 1;
      };
    };
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { api } = await openBot(
      async function* () {
        yield { type: 'progress', stage: 'searching' };
        yield { type: 'progress', stage: 'writing' };
        await finished;
        yield { type: 'sentence', paragraph: text('好') };
        yield { type: 'message', message: messageOf([text('好')]), inPlace: false };
      },
      { every },
    );
    api.deliver(says(api, 1, '甲'));
    await api.wait('sendChatAction');
    tick();
    await api.wait('sendChatAction', 2);
    api.fail('sendChatAction', { code: 429, description: 'Too Many Requests', retry_after: 600 });
    tick();
    await api.waitRefused();
    expect(running).toBe(1);
    finish();
    api.deliver(says(api, 1, '乙'));
    await api.wait('sendMessage', 2);
    expect(api.accepted('sendMessage').map((each) => each.text)).toEqual(['好', '好']);
  });
});
