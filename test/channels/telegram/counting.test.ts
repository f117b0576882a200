import { expect, it } from 'vitest';
import { type Incoming, messageOf, type TurnEvent, text } from '../../../src/message/message.ts';
import { silentLog } from '../../fakes/log.ts';
import { echo, openBot, presses, says, saysInGroup } from './driver.ts';

const choose = 'paper-choose:abcdefgh12:0:0';
const minute = 60_000;
const opens = Date.parse('2026-09-01T06:00:00Z');

/** A bot whose clock and intervals the test moves. */
async function open(events: (incoming: Incoming) => TurnEvent[]) {
  const ticking = new Set<() => void>();
  let clock = opens;
  const outcomes: unknown[] = [];
  const { api, telegram } = await openBot(echo(events).handle, {
    log: {
      ...silentLog,
      debug: ({ edited }: object & { edited?: unknown }) => edited && outcomes.push(edited),
    },
    now: () => clock,
    every: (_, task) => {
      ticking.add(task);
      return () => ticking.delete(task);
    },
  });
  const pass = (ms: number): void => {
    clock += ms;
  };
  /** Lets the intervals run until it holds. */
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      for (const task of ticking) task();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  /** Once so many edits of countdowns have come to something: the last one that Telegram took. */
  const edited = async (count: number) => {
    await until(() => outcomes.length >= count);
    return api.accepted('editMessageText').at(-1);
  };
  /** Long enough for an edit that should not be. */
  const quiet = async (): Promise<void> => {
    let turns = 0;
    await until(() => {
      turns += 1;
      return turns > 30;
    });
  };
  /** Once the turns of a person are over, which come one after another. */
  const turnsOver = async (person: number): Promise<void> => {
    const data = `nothing${person}`;
    api.deliver(presses(api, person, data, { message: 501 }));
    await api.wait('answerCallbackQuery', 1, (query) => query.callback_query_id === `q${data}`);
  };
  const counts = (): boolean => ticking.size > 0;
  return { api, telegram, pass, until, edited, quiet, turnsOver, counts };
}

/** An item of a paper that is closed in two minutes; a press shows the next one in its place. */
const item = (incoming: Incoming): TurnEvent[] => {
  if ('press' in incoming && incoming.press !== choose) return [];
  const words = 'press' in incoming ? '第二题' : incoming.text;
  const message = messageOf([{ kind: 'lead', text: words, cites: [] }], {
    buttons: [[{ label: '甲', action: choose }]],
    countdown: words.startsWith('第') ? { label: '离收卷还有', to: opens + 2 * minute } : null,
  });
  return [{ type: 'message', message, inPlace: 'press' in incoming }];
};
it('writes the last line of a paper anew and leaves the rest as it was', async () => {
  const { api, pass, until, edited, counts } = await open(item);
  api.deliver(says(api, 1, '第一题'));
  const [sent] = await api.wait('sendMessage');
  expect(sent?.text).toBe('第一题\n\n⏳ 离收卷还有 2分（到 14:02）');
  await until(counts);
  pass(30_000);
  expect(await edited(1)).toEqual({
    ...sent,
    message_id: 501,
    text: '第一题\n\n⏳ 离收卷还有 1分30秒（到 14:02）',
  });
  pass(90_000);
  expect(await edited(2)).toEqual({
    ...sent,
    message_id: 501,
    text: '第一题\n\n⏳ 时间到了，点一下按钮就能继续。',
  });
  await until(() => !counts());
});

it('does not write an old item over the one that a press shows meanwhile', async () => {
  const { api, pass, until, edited, turnsOver, counts } = await open(item);
  api.deliver(says(api, 1, '第一题'));
  await until(counts);
  const edit = api.hold('editMessageText');
  pass(30_000);
  await until(() => edit.isReached());
  api.deliver(presses(api, 1, choose, { message: 501 }));
  await api.wait('answerCallbackQuery');
  expect(api.accepted('editMessageText')).toEqual([]);
  edit.open();
  await api.wait('editMessageText', 2);
  expect(api.text(501)).toBe('第二题\n\n⏳ 离收卷还有 1分30秒（到 14:02）');
  await turnsOver(1);
  pass(30_000);
  await edited(2);
  expect(api.text(501)).toBe('第二题\n\n⏳ 离收卷还有 1分（到 14:02）');
});

it('ends at a later message, and never begins in a group or by a reminder', async () => {
  const { api, telegram, pass, until, edited, counts } = await open(item);
  api.deliver(says(api, 1, '第一题'));
  await until(counts);
  api.deliver(says(api, 1, '一个问题'));
  api.deliver(saysInGroup(api, 2, '@mingbai_bot 第一题'));
  const countdown = { label: '离开赛还有', to: opens + minute };
  await telegram.notify('telegram:3', messageOf([text('要开赛了')], { countdown }));
  const sent = await api.wait('sendMessage', 4);
  expect(sent.map((each) => each.text)).toContain('要开赛了\n\n⏳ 离开赛还有 1分（到 14:01）');
  await until(() => !counts());
  api.deliver(says(api, 9, '第九题'));
  await until(counts);
  pass(30_000);
  expect(await edited(1)).toMatchObject({ chat_id: 9 });
  expect(api.accepted('editMessageText')).toHaveLength(1);
});

it('is told in the last part of a long message', async () => {
  const { api, pass, until, edited, counts } = await open(item);
  api.deliver(says(api, 1, `第${'长'.repeat(4070)}\n\n${'尾'.repeat(50)}`));
  const [, last] = await api.wait('sendMessage', 2);
  expect(last?.text).toBe(`${'尾'.repeat(50)}\n\n⏳ 离收卷还有 2分（到 14:02）`);
  await until(counts);
  pass(30_000);
  const text = `${'尾'.repeat(50)}\n\n⏳ 离收卷还有 1分30秒（到 14:02）`;
  expect(await edited(1)).toMatchObject({ message_id: 502, text });
});

it('leaves Telegram alone after a 429, and a message alone that is gone', async () => {
  const { api, pass, until, edited, quiet, turnsOver, counts } = await open(item);
  for (const person of [1, 2]) {
    api.deliver(says(api, person, '第一题'));
    await turnsOver(person);
  }
  api.fail('editMessageText', { code: 400, description: 'Bad Request: message to edit not found' });
  api.fail('editMessageText', { code: 429, description: 'Too Many Requests', retry_after: 20 });
  pass(30_000);
  await edited(2);
  pass(19_000);
  await quiet();
  expect(api.refused()).toHaveLength(2);
  expect(api.accepted('editMessageText')).toEqual([]);
  pass(1000);
  await edited(3);
  pass(80_000);
  await edited(4);
  expect(new Set(api.accepted('editMessageText').map(({ chat_id }) => chat_id)).size).toBe(1);
  await until(() => !counts());
});

it('goes on where Telegram could not be reached, and stops with the bot', async () => {
  const { api, telegram, pass, until, edited, counts } = await open(item);
  api.deliver(says(api, 1, '第一题'));
  await until(counts);
  api.fail('editMessageText', 'hang up');
  pass(30_000);
  await edited(1);
  pass(30_000);
  expect(await edited(2)).toMatchObject({ text: '第一题\n\n⏳ 离收卷还有 1分（到 14:02）' });
  await telegram.stop();
  expect(counts()).toBe(false);
});
