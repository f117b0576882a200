import { describe, expect, it } from 'vitest';
import { createCompose } from '../../../src/answer/compose.ts';
import { loadPrompts } from '../../../src/answer/prompts.ts';
import { createHandle } from '../../../src/conversation/handle.ts';
import { createTurns } from '../../../src/conversation/turns.ts';
import { openLibrary } from '../../../src/knowledge/library.ts';
import { buildRelease } from '../../../src/knowledge/release.ts';
import { messageOf, text } from '../../../src/message/message.ts';
import type { CampaignPlay } from '../../../src/quiz/campaign/campaign-play.ts';
import type { Play } from '../../../src/quiz/play.ts';
import type { Payload } from '../../fakes/bot-api-rules.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';
import { silentLog as log } from '../../fakes/log.ts';
import { chapter, entry, guide } from '../../knowledge/readers/fixtures.ts';
import { openBot, presses, says, saysInGroup } from './driver.ts';

const session = 'abcdefgh12';
const option = { label: '甲', action: `choose:${session}:0:1` };

/** One item, which takes the first answer only. */
function onePlay(): Play {
  const answered = new Set<string>();
  const item = messageOf([text('几岁可以结婚？')], { buttons: [[option]] });
  return {
    menu: async () => item,
    async press(person) {
      if (answered.has(person.id)) return { toast: '这道题您已经答过了。' };
      answered.add(person.id);
      return { message: messageOf([text('答对了。')]), inPlace: true };
    },
    score: async () => messageOf([text('一分')]),
    wrongBook: async () => messageOf([text('错题本')]),
    path: async () => messageOf([text('学习路径')]),
    question: async () => null,
    flagged: async () => [],
    forget: async () => {},
  };
}

async function open(adminIds: string[] = []) {
  const knowledgeDir = await folderOf({ 'civil-code/a.md': chapter(entry), 'guides/legal-aid.md': guide() });
  const dataDir = await folderOf({});
  const now = () => new Date(0);
  const library = await openLibrary(() => buildRelease({ knowledgeDir, dataDir, model: null, now }), now);
  const prompts = await loadPrompts('prompts');
  const compose = createCompose({ release: library.current, languageModel: null, prompts, log });
  const campaigns: CampaignPlay = {
    menu: () => messageOf([text('竞赛')]),
    enter: async () => null,
    join: async () => messageOf([text('没有')]),
    apply: async () => messageOf([text('没有')]),
    verify: async () => messageOf([text('没有')]),
    press: async () => ({ toast: '没有' }),
  };
  const boundness = async () => ({ fresh: 0, stale: 0, unbound: 0, gone: 0 });
  const content = { reload: () => Promise.reject(new Error('no reload here')) };
  const turns = createTurns(now);
  const handle = createHandle({
    compose,
    library,
    play: onePlay(),
    campaigns,
    turns,
    content,
    boundness,
    log,
  });
  return openBot(handle, { adminIds });
}

const actionsOf = (sent: Pick<Payload<'sendMessage'>, 'reply_markup'> | undefined): string[] =>
  (sent?.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('url' in button ? button.url : button.callback_data));

describe('a citizen in Telegram', () => {
  it('is greeted, with ways on', async () => {
    const { api } = await open();
    api.deliver(says(api, 7, '/start from-a-poster'));
    const [greeting] = await api.wait('sendMessage');
    expect(greeting?.text).toContain('明白人');
    expect(actionsOf(greeting)).toEqual(['command:services', 'command:law', 'command:quiz']);
  });

  it('asks, and gets a cited answer with its sources and buttons that open them', async () => {
    const { api } = await open();
    api.deliver(says(api, 7, '女生十九岁能结婚吗'));
    const [answer] = await api.wait('sendMessage');
    expect(answer?.text).toMatch(/^男方要满二十二周岁，女方要满二十周岁。\[1\]/);
    expect(answer?.text).toContain('[1] 民法典第1047条　结婚的最低年龄');
    expect(actionsOf(answer)).toEqual(['passage:civil-code/1047']);
    expect(answer?.entities).toContainEqual({
      type: 'bold',
      offset: 0,
      length: '男方要满二十二周岁，女方要满二十周岁。'.length,
    });
    expect(await api.wait('sendChatAction')).toMatchObject([{ chat_id: 7, action: 'typing' }]);

    api.deliver(presses(api, 7, 'passage:civil-code/1047', { message: 501 }));
    const [, passage] = await api.wait('sendMessage', 2);
    expect(passage?.text).toContain('小张差一天也不行');
    expect(await api.wait('answerCallbackQuery')).toHaveLength(1);
    expect(api.accepted('editMessageText')).toEqual([]);
  });

  it('plays a quiz item in place, and is told when a press comes twice', async () => {
    const { api } = await open();
    api.deliver(says(api, 7, '/quiz'));
    const [item] = await api.wait('sendMessage');
    expect(actionsOf(item)).toEqual([option.action]);
    api.deliver(presses(api, 7, option.action, { message: 501 }));
    api.deliver(presses(api, 7, option.action, { message: 501 }));
    const [first, second] = await api.wait('answerCallbackQuery', 2);
    expect(first?.text).toBeUndefined();
    expect(second?.text).toContain('已经答过');
    expect(api.accepted('editMessageText')).toMatchObject([{ message_id: 501, text: '答对了。' }]);
    expect(api.accepted('sendMessage')).toHaveLength(1);
  });

  it('is told kindly when a button is forged', async () => {
    const { api } = await open();
    api.deliver(presses(api, 7, 'choose:__proto__:1', { message: 501 }));
    const [toast] = await api.wait('answerCallbackQuery');
    expect(toast?.text).toContain('失效');
  });
});

describe('the admin role', () => {
  it('is had by configured ids only', async () => {
    const { api } = await open(['42']);
    api.deliver(says(api, 42, '/admin status'));
    api.deliver(says(api, 7, '/admin status'));
    const sent = await api.wait('sendMessage', 2);
    expect(sent.find((each) => each.chat_id === 7)?.text).toContain('没有这个命令');
    expect(sent.find((each) => each.chat_id === 42)?.text).not.toContain('没有这个命令');
  });

  it('has its command in the menu of its own chats alone', async () => {
    const { api } = await open(['telegram:42']);
    const menus = await api.wait('setMyCommands', 3);
    const withAdmin = menus.filter((menu) => menu.commands.some((command) => command.command === 'admin'));
    expect(withAdmin.map((menu) => menu.scope)).toEqual([{ type: 'chat', chat_id: 42 }]);
    const group = menus.find((menu) => menu.scope.type === 'all_group_chats');
    expect(group?.commands.map((command) => command.command)).not.toContain('quiz');
  });

  it('is pointed from a group to the private chat', async () => {
    const { api } = await open(['42']);
    api.deliver(saysInGroup(api, 42, '/admin status'));
    const [pointer] = await api.wait('sendMessage');
    expect(pointer?.text).not.toContain('民法典');
    expect(actionsOf(pointer)[0]).toMatch(/^https:\/\/t\.me\/mingbai_bot\?start=/);
  });
});
