import { describe, expect, it } from 'vitest';
import { me } from '../../fakes/bot-api.ts';
import { echo, openBot, presses, says, saysInGroup } from './driver.ts';

const group = { id: -100, type: 'supergroup' as const, title: '邻里群' };
const reply = (from: typeof me | { id: number; is_bot: boolean; first_name: string }) => ({
  reply_to_message: { message_id: 5, date: 1, chat: group, from, text: '……', reply_to_message: undefined },
});

describe('in a group', () => {
  it('answers only when addressed, as a reply to the asking message', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    const silent = [
      '大家好',
      '/ask@other_bot 押金',
      '/weather',
      '写信到 a@mingbai_bot.cn',
      '@mingbai_bot2 押金',
    ];
    for (const words of silent) api.deliver(saysInGroup(api, 1, words));
    api.deliver(saysInGroup(api, 1, '有人吗', reply({ id: 3, is_bot: false, first_name: '张' }) as object));
    api.deliver(saysInGroup(api, 1, '@Mingbai_bot 押金不退怎么办'));
    api.deliver(saysInGroup(api, 1, '/ask@mingbai_bot 押金'));
    api.deliver(saysInGroup(api, 1, '/help'));
    api.deliver(saysInGroup(api, 1, '那多久', reply(me) as object));
    const sent = await api.wait('sendMessage', 4);
    expect(heard.map((each) => 'text' in each && each.text)).toEqual([
      '押金不退怎么办',
      '/ask 押金',
      '/help',
      '那多久',
    ]);
    for (const each of sent)
      expect(each).toMatchObject({ chat_id: -100, reply_parameters: { message_id: 77 } });
  });

  it('does not answer other bots and channels', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    api.deliver(saysInGroup(api, 5, '/help', { from: { id: 5, is_bot: true, first_name: '机' } }));
    api.deliver(saysInGroup(api, 5, '/help', { sender_chat: { id: -9, type: 'channel', title: '频道' } }));
    api.deliver(says(api, 6, '/help'));
    await api.wait('sendMessage');
    expect(heard.map((each) => each.person.id)).toEqual(['telegram:6']);
  });

  it('stays in the topic of a forum', async () => {
    const { api } = await openBot(echo().handle);
    api.deliver(saysInGroup(api, 1, '/help', { is_topic_message: true, message_thread_id: 12 }));
    expect(await api.wait('sendMessage')).toMatchObject([{ message_thread_id: 12 }]);
  });

  it.each(['/quiz', '/score', '/forget', '@mingbai_bot /quiz'])(
    'points %s to the private chat',
    async (words) => {
      const { handle, heard } = echo();
      const { api } = await openBot(handle);
      api.deliver(saysInGroup(api, 1, words));
      const [pointer] = await api.wait('sendMessage');
      expect(pointer?.reply_markup?.inline_keyboard.flat()).toMatchObject([
        { url: expect.stringContaining('t.me/mingbai_bot') },
      ]);
      expect(heard).toEqual([]);
    },
  );

  it('lets a press act for the one who pressed, and quiz presses open the private chat', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    api.deliver(presses(api, 8, 'command:quiz', { message: 501, chat: -100 }));
    api.deliver(presses(api, 8, 'choose:abcdefgh12:0:1', { message: 501, chat: -100 }));
    api.deliver(presses(api, 9, 'passage:civil-code/1047', { message: 501, chat: -100 }));
    await api.wait('sendMessage');
    const answers = await api.wait('answerCallbackQuery', 3);
    expect(answers.filter((each) => each.url?.includes('t.me/mingbai_bot'))).toHaveLength(2);
    expect(heard).toEqual([{ person: { id: 'telegram:9', admin: false }, press: 'passage:civil-code/1047' }]);
  });
});

describe('in a private chat', () => {
  it('takes its own name off, leaves commands for others, and asks for words', async () => {
    const { handle, heard } = echo();
    const { api } = await openBot(handle);
    api.deliver(says(api, 1, '/ask@mingbai_bot 押金'));
    api.deliver(says(api, 1, '/ask@other_bot 押金'));
    const photo = { text: undefined, photo: [] } as object;
    api.deliver(says(api, 1, '', photo));
    const [, hint] = await api.wait('sendMessage', 2);
    expect(hint?.text).toContain('文字');
    expect(heard.map((each) => 'text' in each && each.text)).toEqual(['/ask 押金']);
  });
});
