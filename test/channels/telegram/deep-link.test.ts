import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/channels/telegram/read-message.ts';
import { me } from '../../fakes/bot-api.ts';
import { echo, openBot, presses, says, saysInGroup } from './driver.ts';

/** As invites are made: 128 random bits. */
const token = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

type Said = Parameters<typeof readMessage>[0];

describe('an invite in a link', () => {
  it('is one that Telegram carries, and arrives as it is in a private chat only', () => {
    fc.assert(
      fc.property(token, fc.constantFrom('/start', '/START', '/start@mingbai_bot'), (invite, start) => {
        expect(invite).toMatch(/^[A-Za-z0-9_-]{22}$/);
        const text = `${start} ${invite}`;
        const chat = { id: 1, type: 'private', first_name: '某人' };
        expect(readMessage({ text, chat } as Said, me)).toEqual({
          kind: 'said',
          text: `${start.replace('@mingbai_bot', '')} ${invite}`,
        });
        const group = { id: -100, type: 'supergroup', title: '邻里群' };
        expect(readMessage({ text, chat: group } as Said, me)).toEqual({ kind: 'elsewhere', start: invite });
      }),
    );
  });

  it('that was sent to a group leads on into the private chat, with itself', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    api.deliver(saysInGroup(api, 1, '/start AAAAAAAAAAAAAAAAAAAA-_'));
    api.deliver(saysInGroup(api, 1, '/join 抄错 了'));
    const sent = await api.wait('sendMessage', 2);
    const urls = sent.flatMap((each) => each.reply_markup!.inline_keyboard.flat());
    expect(urls).toMatchObject([
      { url: 'https://t.me/mingbai_bot?start=AAAAAAAAAAAAAAAAAAAA-_' },
      { url: 'https://t.me/mingbai_bot?start=private' },
    ]);
    expect(heard).toEqual([]);
  });
});

describe('in a group', () => {
  it('no press shows anything of a campaign, a paper or a person; it opens the private chat', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    const pressed = [
      'campaign:spring',
      'campaign-begin:spring:1:1',
      'campaign-ranks:spring',
      'paper-item:abcdefgh12:0',
      'paper-choose:abcdefgh12:0:1',
      'paper-review:abcdefgh12:0',
      'wrong:abcdefgh12',
      'command:campaign',
    ];
    for (const data of pressed) api.deliver(presses(api, 1, data, { message: 501, chat: -100 }));
    const answers = await api.wait('answerCallbackQuery', pressed.length);
    const starts = answers.map(({ url }) => new URL(url!).searchParams.get('start'));
    expect(starts).toEqual([...Array(3).fill('spring'), ...Array(5).fill('private')]);
    expect(heard).toEqual([]);
  });

  it('a bare /start greets, and the guides and articles can be read', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    const open = ['passage:civil-code/1047', 'book:0', 'chapter:0:1', 'guide:notary', 'part:notary:1'];
    api.deliver(saysInGroup(api, 1, '/start'));
    for (const data of [...open, 'command:law']) {
      api.deliver(presses(api, 1, data, { message: 501, chat: -100 }));
    }
    await api.wait('sendMessage', open.length + 2);
    expect(heard).toHaveLength(open.length + 2);
  });

  it('a paper is played in the private chat', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    api.deliver(says(api, 1, '/start spring'));
    api.deliver(presses(api, 1, 'paper-choose:abcdefgh12:0:1', { message: 501 }));
    await api.wait('sendMessage', 2);
    expect(heard).toHaveLength(2);
  });
});
