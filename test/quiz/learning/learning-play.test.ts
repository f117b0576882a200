import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readAction, writeAction } from '../../../src/message/action.ts';
import type { Message } from '../../../src/message/message.ts';
import { type Bank, createBank } from '../../../src/quiz/bank.ts';
import type { Campaign } from '../../../src/quiz/campaign/campaign.ts';
import { createPlay } from '../../../src/quiz/create-play.ts';
import { phrases as learningPhrases } from '../../../src/quiz/learning/phrases.ts';
import { phrases } from '../../../src/quiz/phrases.ts';
import type { QuizAction, QuizReply } from '../../../src/quiz/play.ts';
import { openQuizStore } from '../../../src/store/lowdb.ts';
import { begunAttempt, campaignOf, opening, playedAttempt } from '../../fakes/campaign.ts';
import { itemOf } from '../../fakes/items.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';
import { finishedSession, seeded } from '../../fakes/quiz.ts';

const day = 24 * 3600_000;
const me = { id: 'telegram:1', admin: false };
const morning = Date.parse('2026-09-02T09:00:00+08:00');
const items = ['a', 'b', 'c', 'd'].map((id) => itemOf(id, { book: 5 }));

/** A person who has answered a and b wrong and c right in a paper, and a store that can be opened anew. */
async function setUp(bank: Bank = createBank(items), campaigns = new Map<string, Campaign>()) {
  const file = join(await folderOf({}), 'quiz.json');
  let store = await openQuizStore(file);
  onTestFinished(() => store.close());
  const clock = { now: morning };
  let seed = 3;
  const create = (of: Bank) =>
    createPlay({
      bank: of,
      store,
      campaigns,
      articleButton: (article) => ({
        label: `看第${article}条`,
        action: writeAction('passage', `civil-code/${article}`),
      }),
      now: () => clock.now,
      random: seeded(seed++),
    });
  let play = create(bank);
  const paper = finishedSession('paper00000', me.id, [false, false, true], { finishedAt: morning - 1000 });
  const asked = paper.items.map((each, i) => ({ ...each, item: 'abc'[i]!, order: [0, 1, 2, 3] }));
  await store.add(
    { ...paper, items: asked.map((each) => ({ ...each, answer: { ...each.answer!, at: morning - 1000 } })) },
    null,
  );
  return {
    clock,
    play: () => play,
    store: () => store,
    press: (action: string, person = me): Promise<QuizReply> =>
      play.press(person, readAction(action) as QuizAction),
    restart: async (with_: Bank = bank) => {
      await store.close();
      store = await openQuizStore(file);
      play = create(with_);
    },
  };
}

type World = Awaited<ReturnType<typeof setUp>>;

const shown = (reply: QuizReply): Message => {
  if (!('message' in reply)) throw new Error(`no message: ${JSON.stringify(reply)}`);
  return reply.message;
};
const words = (message: Message): string => message.paragraphs.map(({ text }) => text).join('\n');
const actionsOf = (message: Pick<Message, 'buttons'>): string[] =>
  message.buttons.flat().map(({ action }) => action);
const find = (message: Message, kind: string): string =>
  actionsOf(message).find((action) => action.startsWith(`${kind}:`))!;

/** The button of the key, or of another option; every item of these is single with the key 0. */
async function button({ store }: World, message: Message, right: boolean): Promise<string> {
  const [, id, n] = find(message, 'choose').split(':') as [string, string, string];
  const { order } = (await store().session(id))!.items[Number(n)]!;
  return `choose:${id}:${n}:${order.indexOf(right ? 0 : 1)}`;
}

it('carries the wrong-book from the command through a review to its summary', async () => {
  const world = await setUp();
  const book = await world.play().wrongBook(me);
  expect(words(book)).toContain('有2道题，现在该复习2道');
  expect(book.charts[0]!.bars).toEqual([{ label: '婚姻家庭', value: 2, text: '2道，该复习2道' }]);
  expect(actionsOf(book)).toEqual(['review', 'command:learn', 'command:quiz']);

  const first = shown(await world.press('review'));
  expect(words(first)).toMatch(/第1\/2题/);
  const feedback = shown(await world.press(await button(world, first, true)));
  expect(words(feedback)).toContain('答对了');
  expect(words(feedback)).toContain('9月5日再考您');
  expect(feedback.buttons.at(-1)![0]!.label).toBe('接着复习');
  expect(actionsOf(feedback)).toContain('ask-item:a');
  const second = shown(await world.press(find(feedback, 'next')));
  const wrong = shown(await world.press(await button(world, second, false)));
  expect(words(wrong)).toContain('明天再考您');
  const summary = shown(await world.press(find(wrong, 'next')));
  expect(words(summary)).toBe('复习了2道，答对1道。\n今天该复习的都复习完了。\n下一次复习：明天。');
  expect(actionsOf(summary)).toEqual([expect.stringMatching(/^wrong:/), 'command:wrong', 'command:learn']);

  expect(words(await world.play().wrongBook(me))).toContain('有2道题，今天不用复习');
  expect(await world.press('review')).toEqual({ toast: learningPhrases.nothingDue });
  world.clock.now += day;
  expect(words(shown(await world.press('review')))).toContain('题目b');
});

it('reviews once however often and from wherever the answer is pressed', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  const [yes, no] = [await button(world, first, true), await button(world, first, false)];
  const replies = await Promise.all([world.press(yes), world.press(no), world.press(yes)]);
  expect(replies.filter((reply) => 'toast' in reply)).toHaveLength(2);
  const reviews = await world.store().reviews(me.id);
  expect([...reviews]).toEqual([['a', expect.objectContaining({ reps: 1, lapses: 0, lastReview: morning })]]);
  await world.restart();
  expect(await world.press(yes)).toEqual({ toast: phrases.toasts['already-answered'] });
  expect(await world.press(no, { id: 'web:2', admin: false })).toEqual({ toast: phrases.notYours });
  expect(await world.store().reviews(me.id)).toEqual(reviews);
});

it('goes on with the open review on another device and after a restart, beside open practice', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  await world.press('begin:5');
  await world.restart();
  expect(shown(await world.press('review'))).toEqual(first);
  await world.press(await button(world, first, true));
  expect(words(shown(await world.press('review')))).toContain('第2/2题');
  expect((await world.play().menu(me)).buttons.flat().map(({ label }) => label)).toContain(
    '继续上次：错题复习（第2/2题）',
  );
});

it('skips items that have left the bank: a button of one answers no other in its place', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  const stale = await button(world, first, true);
  await world.restart(createBank(items.filter(({ id }) => id !== 'a')));
  expect(await world.press(stale)).toEqual({ toast: phrases.toasts.withdrawn });
  const fresh = shown(await world.press('review'));
  expect(words(fresh)).toMatch(/第1\/1题/);
  expect(words(fresh)).toContain('题目b');
  expect(await world.press(stale)).toEqual({ toast: phrases.gone });
  expect([...(await world.store().reviews(me.id)).keys()]).toEqual([]);

  const answered = shown(await world.press(await button(world, fresh, true)));
  expect(words(shown(await world.press(find(answered, 'next'))))).toContain('复习了1道，全都答对了');
});

it('keeps what was answered of a review whose next item has left the bank', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  const feedback = shown(await world.press(await button(world, first, true)));
  await world.restart(createBank(items.filter(({ id }) => id !== 'b')));
  expect(await world.press(find(feedback, 'next'))).toEqual({ toast: learningPhrases.nothingDue });
  expect((await world.store().finishedSessions(me.id, 9))[0]).toMatchObject({
    mode: 'review',
    items: [{ item: 'a' }],
  });
  expect(words(shown(await world.press(find(feedback, 'next'))))).toContain('复习了1道');
});

it('takes an item as forgotten when it is missed in practice after its review', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  await world.press(await button(world, first, true));
  world.clock.now += 3600_000;
  await world.store().add(
    finishedSession('prac000000', me.id, [false], {
      mode: 'practice',
      book: 5,
      items: [{ item: 'a', order: [0, 1, 2, 3], picked: [1], answer: { right: false, at: world.clock.now } }],
      finishedAt: world.clock.now,
    }),
    null,
  );
  expect(words(await world.play().wrongBook(me))).toContain('现在该复习2道');
  const second = shown(await world.press('review'));
  await world.press(await button(world, second, true));
  const again = shown(await world.press('review'));
  world.clock.now += 60_000;
  await world.press(await button(world, again, true));
  expect((await world.store().reviews(me.id)).get('a')).toMatchObject({ reps: 3, lapses: 1 });
});

it('practises what was never asked first, then what was wrong', async () => {
  const many = Array.from({ length: 30 }, (_, i) => itemOf(`n-${i}`, { book: 5 }));
  const world = await setUp(createBank([...items, ...many]));
  const seen = new Set<string>();
  for (let round = 0; round < 3; round++) {
    let message = shown(await world.press('begin:5'));
    while (actionsOf(message).some((action) => action.startsWith('choose:'))) {
      const [, id, n] = find(message, 'choose').split(':') as [string, string, string];
      seen.add((await world.store().session(id))!.items[Number(n)]!.item);
      const feedback = shown(await world.press(await button(world, message, true)));
      message = shown(await world.press(find(feedback, 'next')));
    }
  }
  expect(seen.size).toBe(30);
  expect(['a', 'b', 'c'].filter((id) => seen.has(id))).toEqual([]);
  const next = shown(await world.press('begin:5'));
  const [, id] = find(next, 'choose').split(':') as [string, string];
  const drawn = (await world.store().session(id))!.items.map(({ item }) => item);
  const unseen = [...items, ...many]
    .map((item) => item.id)
    .filter((each) => !seen.has(each) && !'abc'.includes(each));
  expect(unseen).toHaveLength(1);
  expect(drawn).toEqual(expect.arrayContaining([...unseen, 'a', 'b']));
});

it('says nothing of an exam before its keys are shown, and asks nothing about its items', async () => {
  const exam = campaignOf({ mode: 'exam', keys: 'after-close', banks: ['e'], audience: { kind: 'open' } });
  const examItems = ['single', 'multiple', 'judge'].flatMap((type) =>
    [1, 2, 3].map((n) => itemOf(`${type}-${n}`, { type: type as 'single', book: 5 })),
  );
  const bank = createBank([...items, ...examItems], new Map(examItems.map(({ id }) => [id, 'e'])));
  const world = await setUp(bank, new Map([[exam.id, exam]]));
  const begun = begunAttempt(exam, bank, 'bbbbbbbbbb');
  const paper = playedAttempt(begun, exam, bank, () => false);
  const campaigns = {
    ...world.store().campaigns,
    participant: async () => ({ id: 'bbbbbbbbbb' }),
    attemptsOf: async () => [paper],
  };
  const clock = { now: opening + day };
  const play = createPlay({
    bank,
    store: { ...world.store(), campaigns } as never,
    campaigns: new Map([[exam.id, exam]]),
    articleButton: () => null,
    now: () => clock.now,
    random: seeded(1),
  });
  const asked = paper.items[0]!.item;
  const step = await play.press(me, ['learn', 5]);
  expect(words(await play.wrongBook(me))).toContain('有2道题');
  expect(words(shown(step))).toContain('您做过3道');
  expect(await play.question(me, asked)).toEqual({ toast: learningPhrases.askLater });
  clock.now = exam.window.closes + day;
  expect(words(await play.wrongBook(me))).toContain('有7道题');
  expect(words(shown(await play.press(me, ['learn', 5])))).toContain('您做过8道');
  expect(await play.question(me, asked)).toEqual({
    question: expect.stringContaining('民法典第1047条：'),
    back: { label: learningPhrases.backToReview, action: `paper-review:${paper.id}:0` },
  });
  expect(await play.question(me, 'no-such-item')).toBeNull();
});

it('has reviewed as often as reviews were answered, whatever is pressed in whatever order', async () => {
  const press = fc.record({
    what: fc.constantFrom('review', 'right', 'wrong', 'next', 'again'),
    days: fc.constantFrom(0, 0, 0, 1, 4, 30),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 40 }), async (presses) => {
      const world = await setUp();
      let item: Message | null = null;
      let before = 'review';
      for (const { what, days } of presses) {
        world.clock.now += days * day;
        const kinds = actionsOf(item ?? { buttons: [] }).map((action) => action.split(':')[0]);
        const answering = kinds.includes('choose') && item && (what === 'right' || what === 'wrong');
        const action = answering
          ? await button(world, item!, what === 'right')
          : what === 'again'
            ? before
            : what === 'next' && kinds.includes('next')
              ? find(item!, 'next')
              : 'review';
        before = action;
        const reply = await world.press(action);
        if ('message' in reply) item = reply.message;
      }
      const sessions = [
        ...(await world.store().finishedSessions(me.id, 999)),
        ...(await world.store().openSessions(me.id)),
      ].filter(({ mode }) => mode === 'review');
      const answered = sessions.flatMap(({ items }) => items).filter(({ answer }) => answer);
      const reviews = [...(await world.store().reviews(me.id)).values()];
      expect(reviews.reduce((sum, { reps }) => sum + reps, 0)).toBe(answered.length);
      expect(sessions.filter(({ finishedAt }) => finishedAt === null).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 25 },
  );
});

it('leads from a question back into the practice or the paper it came from', async () => {
  const world = await setUp();
  const first = shown(await world.press('review'));
  const [, id] = find(first, 'choose').split(':') as [string, string];
  const backOf = async (item: string) => {
    const asked = await world.play().question(me, item);
    return asked && 'back' in asked ? (asked.back?.action ?? null) : asked;
  };
  expect(await backOf('a')).toBeNull();
  await world.press(await button(world, first, true));
  expect(await backOf('a')).toBe(`resume:${id}`);
  expect(await backOf('d')).toBeNull();
});

it('forgets reviews with the rest', async () => {
  const world = await setUp();
  await world.press(await button(world, shown(await world.press('review')), true));
  await world.play().forget(me);
  await world.restart();
  expect((await world.store().reviews(me.id)).size).toBe(0);
  expect(words(await world.play().wrongBook(me))).toBe(learningPhrases.bookEmpty);
});
