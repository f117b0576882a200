import { describe, expect, it } from 'vitest';
import type { Compose } from '../../src/answer/compose.ts';
import { BadInput } from '../../src/errors.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { phrases as shared } from '../../src/message/phrases.ts';
import { passageOf } from '../answer/fixtures.ts';
import { silentLog } from '../fakes/log.ts';
import { releaseOf } from '../fakes/release.ts';
import { answered, clerk, eventsOf, me, messageIn, openTalk, recordingCompose, wordsOf } from './fixtures.ts';

const release = releaseOf([passageOf()]);

describe('what a citizen sends', () => {
  it.each([
    ['几岁能结婚', '几岁能结婚'],
    ['  几岁能结婚\n', '几岁能结婚'],
    ['/ask 几岁能结婚', '几岁能结婚'],
    ['/ASK\n几岁\n能结婚', '几岁\n能结婚'],
    ['/你好', '/你好'],
  ])('takes %j for a question', async (words, question) => {
    const { asked, compose } = recordingCompose();
    const { say } = await openTalk({ release, compose });
    const events = await say(words);
    expect(asked).toEqual([[question, null]]);
    expect(events[0]).toEqual({ type: 'progress', stage: 'searching' });
    expect(wordsOf(messageIn(events))).toBe(`答：${question}`);
  });

  it('asks for the question where /ask has none', async () => {
    const { asked, compose } = recordingCompose();
    const { say } = await openTalk({ release, compose });
    expect(wordsOf(messageIn(await say('/ask')))).toContain('/ask ');
    expect(asked).toEqual([]);
  });

  it.each(['/nonsense', '/Admin status', '/admin', '/forget-yes', '/constructor'])(
    'has no command %s for a citizen',
    async (words) => {
      const { say } = await openTalk({ release });
      const unknown = wordsOf(messageIn(await say('/nonsense')));
      expect(unknown).toContain('/help');
      expect(wordsOf(messageIn(await say(words)))).toBe(unknown);
    },
  );

  it.each(['', 'nonsense', 'command:admin', 'passage:../../etc', `passage:${'a'.repeat(99)}`])(
    'answers the press %j that no button can have sent with a remark',
    async (action) => {
      const { press } = await openTalk({ release });
      expect(await press(action)).toEqual([{ type: 'toast', text: shared.unknownPress }]);
    },
  );
});

describe('an admin', () => {
  it('reads the status', async () => {
    const { say } = await openTalk({ release });
    expect(wordsOf(messageIn(await say('/admin status', clerk)))).toContain(release.id);
    expect(wordsOf(messageIn(await say('/admin', clerk)))).toContain('/admin refresh');
  });

  it('refreshes, and hears what was wrong where that failed', async () => {
    const report = { release: 'r2', passages: 3, created: 1, updated: 0, deleted: 0, skipped: 2 };
    const results: (() => ReturnType<Library['refresh']>)[] = [
      async () => ({ ...report, embedded: 1, model: 'm', seconds: 1 }),
      () => Promise.reject(new BadInput({ file: 'guides/a.md', line: 7 }, 'is broken')),
    ];
    const { say } = await openTalk({ release, refresh: () => results.shift()!() });
    expect(wordsOf(messageIn(await say('/admin refresh', clerk)))).toContain('r2');
    expect(wordsOf(messageIn(await say('/admin refresh', clerk)))).toContain('guides/a.md:7: is broken');
  });

  it('takes up banks and campaigns, and hears what keeps them out', async () => {
    const pools = [{ campaign: 'contest', before: 40, after: 38 }];
    const results = [
      async () => ({ items: 250, campaigns: 2, added: ['autumn'], removed: [], pools }),
      () => Promise.reject(new BadInput({ file: 'autumn.yaml', line: 7 }, 'passMark: cannot change')),
    ];
    const { say } = await openTalk({ release, reload: () => results.shift()!() });
    const taken = wordsOf(messageIn(await say('/admin reload', clerk)));
    for (const words of ['250道题', '新增：autumn', 'contest正在进行，抽题范围从40道变成38道'])
      expect(taken).toContain(words);
    expect(wordsOf(messageIn(await say('/admin reload', clerk)))).toContain('autumn.yaml:7: passMark');
    expect(wordsOf(messageIn(await say('/admin reload')))).not.toContain('250');
  });

  it('is not listed in /help', async () => {
    const { say } = await openTalk({ release });
    const help = wordsOf(messageIn(await say('/help')));
    expect(help).toContain('/services');
    expect(help).not.toContain('/admin');
  });
});

it('tells a failure to the person and to the log, without the question', async () => {
  const logged: unknown[] = [];
  const compose: Compose = async function* () {
    yield { type: 'progress', stage: 'searching' };
    throw new Error('disk full');
  };
  const log = { ...silentLog, error: (...entry: unknown[]) => logged.push(entry) };
  const { say } = await openTalk({ release, compose, log });
  expect(wordsOf(messageIn(await say('我的秘密')))).toBe(shared.outage);
  expect(logged).toMatchObject([[{ reason: 'disk full' }, 'turn failed']]);
  expect(JSON.stringify(logged)).not.toContain('我的秘密');
});

describe('turns', () => {
  /** A compose whose answers the test lets go one by one. */
  function gatedCompose() {
    const started: string[] = [];
    const gates = new Map<string, () => void>();
    const compose: Compose = async function* (question) {
      started.push(question);
      yield { type: 'progress', stage: 'searching' };
      await new Promise<void>((resolve) => gates.set(question, resolve));
      return answered(question);
    };
    return { started, compose, open: (question: string) => gates.get(question)!() };
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('of one person run in order, of others at the same time', async () => {
    const { started, compose, open } = gatedCompose();
    const { say } = await openTalk({ release, compose });
    const turns = [say('一'), say('二'), say('别人', clerk)];
    await settle();
    expect(started).toEqual(['一', '别人']);
    open('一');
    await turns[0];
    await settle();
    expect(started).toEqual(['一', '别人', '二']);
    open('二');
    open('别人');
    expect((await Promise.all(turns)).map((events) => wordsOf(messageIn(events)))).toEqual([
      '一',
      '二',
      '别人',
    ]);
  });

  it('that a channel leaves early let the next one run', async () => {
    const { handle, say } = await openTalk({ release });
    const left = handle({ person: me, text: '走了' });
    await left.next();
    const next = say('接着');
    await left.return(undefined);
    expect(wordsOf(messageIn(await next))).toBe('答：接着');
  });

  it('that fail let the next one run', async () => {
    const { compose } = recordingCompose((question) => {
      if (question === '坏') throw new Error('broken');
      return answered(question);
    });
    const { handle } = await openTalk({ release, compose });
    const both = [handle({ person: me, text: '坏' }), handle({ person: me, text: '好' })].map(eventsOf);
    expect(wordsOf(messageIn((await Promise.all(both))[1]!))).toBe('好');
  });
});

describe('a follow-up', () => {
  it('is given the question before and what answered it', async () => {
    const { asked, compose } = recordingCompose((question) => answered(question, ['civil-code/1047']));
    const { say } = await openTalk({ release, compose });
    await say('几岁能结婚');
    await say('那要什么材料');
    expect(asked[1]).toEqual(['那要什么材料', { question: '几岁能结婚', passages: ['civil-code/1047'] }]);
  });

  it('leans on the matter, not on another follow-up', async () => {
    const { asked, compose } = recordingCompose();
    const { say } = await openTalk({ release, compose });
    for (const words of ['几岁能结婚', '那要什么材料', '多少钱', '法律援助怎么申请', '多久'])
      await say(words);
    expect(asked.map(([, previous]) => previous?.question)).toEqual([
      undefined,
      '几岁能结婚',
      '几岁能结婚',
      '几岁能结婚',
      '法律援助怎么申请',
    ]);
  });

  it('knows nothing of other people, of unanswered questions, and of what was half an hour ago', async () => {
    const { asked, compose } = recordingCompose((question) =>
      question === '天气' ? { ...answered(''), status: 'out-of-scope' } : answered(question),
    );
    const { say, clock } = await openTalk({ release, compose });
    await say('天气');
    await say('几岁能结婚', clerk);
    await say('多久');
    expect(asked.at(-1)).toEqual(['多久', null]);
    clock.now = new Date(clock.now.getTime() + 31 * 60_000);
    await say('多久', clerk);
    expect(asked.at(-1)).toEqual(['多久', null]);
  });

  it('forgets by /forget, which asks first', async () => {
    const { asked, compose } = recordingCompose();
    const { say, press } = await openTalk({ release, compose });
    await say('几岁能结婚');
    const sure = messageIn(await say('/forget'));
    await say('多久');
    expect(asked.at(-1)![1]?.question).toBe('几岁能结婚');
    const [done] = await press(sure.buttons[0]![0]!.action);
    expect(done).toMatchObject({ type: 'message', inPlace: true });
    await say('多久');
    expect(asked.at(-1)).toEqual(['多久', null]);
  });

  it('does not outlive /forget in scores either', async () => {
    const { say, press } = await openTalk({ release });
    await press('begin:5');
    const before = JSON.stringify(messageIn(await say('/quiz')).buttons);
    await press('command:forget-yes');
    const after = JSON.stringify(messageIn(await say('/quiz')).buttons);
    expect(before).toContain('resume:');
    expect(after).not.toContain('resume:');
  });
});
