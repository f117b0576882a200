import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readAction, writeAction } from '../../src/message/action.ts';
import type { Message } from '../../src/message/message.ts';
import { plainText as plainTextAt } from '../../src/message/plain-text.ts';
import { type Bank, createBank, loadBank } from '../../src/quiz/bank.ts';
import { createPlay } from '../../src/quiz/create-play.ts';
import { phrases } from '../../src/quiz/phrases.ts';
import type { QuizAction, QuizReply } from '../../src/quiz/play.ts';
import type { Session } from '../../src/quiz/session.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { itemOf } from '../fakes/items.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { seeded } from '../fakes/quiz.ts';

const plainText = (message: Message): string => plainTextAt(message, 0);

const seeds = await loadBank({ seedsDir: resolve(import.meta.dirname, '../../seeds') });
const me = { id: 'telegram:1', admin: false };
const other = { id: 'telegram:2', admin: false };

async function setUp(bank: Bank = seeds) {
  const file = join(await folderOf({}), 'quiz.json');
  let store = await openQuizStore(file);
  onTestFinished(() => store.close());
  let clock = 1_700_000_000_000;
  const create = (of: Bank) =>
    createPlay({
      bank: of,
      store,
      campaigns: new Map(),
      articleButton: (article) => ({
        label: `看第${article}条`,
        action: writeAction('passage', `civil-code/${article}`),
      }),
      now: () => (clock += 1000),
      random: seeded(11),
    });
  let play = create(bank);
  return {
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

const shown = (reply: QuizReply): Message => {
  if (!('message' in reply)) throw new Error(`no message: ${JSON.stringify(reply)}`);
  return reply.message;
};
const actionsOf = (message: Message): string[] => message.buttons.flat().map(({ action }) => action);
const find = (message: Message, kind: string): string =>
  actionsOf(message).find((action) => action.startsWith(`${kind}:`))!;

type World = Awaited<ReturnType<typeof setUp>>;

/** Answers the item shown, right or wrong, as a citizen would; gives the reply. */
async function answer(
  { press, store }: World,
  message: Message,
  right: boolean,
  person = me,
): Promise<Message> {
  const action = actionsOf(message).find((each) => /^(choose|toggle):/.test(each))!;
  const [kind, id, n] = action.split(':') as [string, string, string];
  const asked = ((await store().session(id)) as Session).items[Number(n)]!;
  const item = seeds.item(asked.item)!;
  if (kind === 'choose') {
    const option = item.options.findIndex((_, i) => item.answer.includes(i) === right);
    return shown(await press(`choose:${id}:${n}:${asked.order.indexOf(option)}`, person));
  }
  const keys = right
    ? item.answer
    : item.answer.slice(0, 1).concat(item.options.findIndex((_, i) => !item.answer.includes(i)));
  const picks = keys.includes(-1) ? item.answer.slice(0, 2) : keys;
  for (const option of picks) await press(`toggle:${id}:${n}:${asked.order.indexOf(option)}`, person);
  return shown(await press(`submit:${id}:${n}`, person));
}

async function playThrough(
  world: World,
  begin: string,
  right: (n: number) => boolean,
  person = me,
): Promise<Message> {
  let message = shown(await world.press(begin, person));
  for (let n = 0; ; n++) {
    const feedback = await answer(world, message, right(n), person);
    message = shown(await world.press(find(feedback, 'next'), person));
    if (!actionsOf(message).some((action) => /^(choose|toggle):/.test(action))) return message;
  }
}

it('carries a paper from the menu to result, rank and wrong list', async () => {
  const world = await setUp();
  const menu = await world.play().menu(me);
  expect(actionsOf(menu)).toEqual([
    'begin:0',
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `begin:${n}`),
    'command:learn',
    'command:wrong',
    'command:campaign',
    'command:score',
  ]);
  const result = await playThrough(world, 'begin:0', (n) => n !== 4);
  expect(plainText(result)).toContain('答对19/20题');
  expect(plainText(result)).toContain('95分');
  expect(plainText(result)).toContain('在1位做过的人里排第1');
  const wrong = shown(await world.press(find(result, 'wrong')));
  expect(plainText(wrong)).toContain('第5题');
  expect(actionsOf(wrong).filter((action) => action.startsWith('passage:civil-code/'))).toHaveLength(1);
  await playThrough(world, 'begin:0', () => true, other);
  const score = plainText(await world.play().score(me));
  expect(score).toContain('在2位做过的人里排第2');
  expect(score).not.toContain('telegram');
});

it('practises one book and tells after each answer what is right and why', async () => {
  const world = await setUp();
  const first = shown(await world.press('begin:6'));
  expect(plainText(first)).toMatch(/第1\/10题　(单选|多选|判断)　继承/);
  const feedback = await answer(world, first, false);
  const [, id] = find(feedback, 'next').split(':') as [string, string];
  const session = (await world.store().session(id))!;
  const item = seeds.item(session.items[0]!.item)!;
  expect(plainText(feedback)).toContain('没答对');
  expect(plainText(feedback)).toContain(item.explanation);
  expect(actionsOf(feedback)).toEqual([
    `passage:civil-code/${item.article}`,
    `ask-item:${item.id}`,
    `flag-item:${item.id}`,
    `next:${id}:1`,
  ]);
  expect((await world.play().menu(me)).buttons[0]![0]!.label).toBe('继续上次：练习·继承（第2/10题）');
  const result = await playThrough(world, 'begin:2', () => true);
  expect(plainText(result)).not.toContain('排第');
  expect(actionsOf(result)).toEqual(['begin:2', 'command:quiz']);
});

it('edits the message in place on toggles, and asks for two options before it takes an answer', async () => {
  const only = createBank([itemOf('m', { type: 'multiple', book: 1 })]);
  const { press } = await setUp(only);
  const begun = shown(await press('begin:1'));
  const submit = find(begun, 'submit');
  const [toggle] = actionsOf(begun) as [string];
  const once = await press(toggle);
  expect(once).toMatchObject({ inPlace: true });
  expect(
    shown(once)
      .buttons.flat()
      .map(({ label }) => label[0])
      .join(''),
  ).toBe('☑☐☐☐提');
  expect(await press(submit)).toEqual({ toast: phrases.toasts['too-few'] });
  expect(shown(await press(toggle)).buttons[0]![0]!.label[0]).toBe('☐');
});

it('answers a double press once, also when both come at the same time', async () => {
  const world = await setUp(createBank([itemOf('s', { book: 1 }), itemOf('t', { book: 1 })]));
  const message = shown(await world.press('begin:1'));
  const [one, two] = actionsOf(message) as [string, string];
  const replies = await Promise.all([world.press(one), world.press(one), world.press(two)]);
  expect(replies.map((reply) => 'toast' in reply && reply.toast)).toEqual([
    false,
    '这题已经答过了。',
    '这题已经答过了。',
  ]);
  const { items } = (await world.store().session(one.split(':')[1]!))!;
  expect(items.map(({ answer }) => answer !== null)).toEqual([true, false]);
});

it('draws nothing new on a double press of begin, and replaces what was open of the same mode only', async () => {
  const world = await setUp();
  const first = find(shown(await world.press('begin:0')), 'choose') ?? '';
  expect(find(shown(await world.press('begin:0')), 'choose') ?? '').toBe(first);
  await world.press('begin:3');
  await answer(world, shown(await world.press('begin:0')), true);
  await world.press('begin:0');
  await world.press('begin:4');
  const open = await world.store().openSessions(me.id);
  expect(open.map(({ mode, book }) => [mode, book])).toEqual([
    ['practice', 4],
    ['paper', null],
  ]);
  expect(open[1]!.items.every(({ answer }) => answer === null)).toBe(true);
});

it('goes on after a restart where it stood', async () => {
  const world = await setUp();
  const feedback = await answer(world, shown(await world.press('begin:0')), true);
  await world.restart();
  const resume = find(await world.play().menu(me), 'resume');
  expect(plainText(shown(await world.press(resume)))).toContain('第2/20题');
  expect(plainText(shown(await world.press(find(feedback, 'next'))))).toContain('第2/20题');
});

it('does not let anybody else into a session', async () => {
  const world = await setUp();
  const result = await playThrough(world, 'begin:5', () => false);
  const begun = shown(await world.press('begin:0'));
  const id = actionsOf(begun)[0]!.split(':')[1]!;
  for (const action of [
    ...actionsOf(begun),
    `submit:${id}:0`,
    `next:${id}:0`,
    `resume:${id}`,
    find(result, 'wrong'),
  ]) {
    expect(await world.press(action, other)).toEqual({ toast: phrases.notYours });
  }
});

it('answers stale and forged buttons with a remark', async () => {
  const world = await setUp();
  const first = shown(await world.press('begin:0'));
  const feedback = await answer(world, first, true);
  const next = find(feedback, 'next');
  const id = next.split(':')[1]!;
  const second = shown(await world.press(next));
  await answer(world, second, true);
  expect(await world.press(next)).toEqual({ toast: phrases.toasts['already-answered'] });
  expect(await world.press(`next:${id}:9`)).toEqual({ toast: phrases.toasts['not-current'] });
  expect(await world.press(`wrong:${id}`)).toEqual({ toast: phrases.notFinished });
  expect(await world.press('resume:zzzzzzzzzz')).toEqual({ toast: phrases.gone });
  expect(await world.press('choose:zzzzzzzzzz:0:0')).toEqual({ toast: phrases.gone });
  expect(await world.press('begin:8')).toEqual({ toast: phrases.gone });
});

it('says so where an item has left the bank, and offers no way into it', async () => {
  const world = await setUp();
  const begun = shown(await world.press('begin:0'));
  const id = actionsOf(begun)[0]!.split(':')[1]!;
  await world.restart(createBank([itemOf('s')]));
  expect(await world.press(`resume:${id}`)).toEqual({ toast: phrases.toasts.withdrawn });
  expect(actionsOf(await world.play().menu(me))).not.toContain(`resume:${id}`);
  expect(shown(await world.press('begin:5')).paragraphs[0]!.text).toContain('第1/1题');
});

it('forgets', async () => {
  const world = await setUp();
  await playThrough(world, 'begin:0', () => true);
  await world.play().forget(me);
  expect(plainText(await world.play().score(me))).toContain('还没有做完过');
});

it('shows the same item in the same way whatever its key is', async () => {
  const variant = async (answer: number[]) => {
    const { press } = await setUp(createBank([itemOf('s', { book: 1, answer })]));
    return shown(await press('begin:1'));
  };
  expect(await variant([0])).toEqual(await variant([3]));
});

it('survives any button in any order', async () => {
  const world = await setUp();
  const ids: string[] = [];
  for (const begin of ['begin:0', 'begin:1'])
    ids.push(actionsOf(shown(await world.press(begin)))[0]!.split(':')[1]!);
  const id = fc.constantFrom(...ids, 'zzzzzzzzzz');
  const n = fc.integer({ min: 0, max: 21 });
  const place = fc.integer({ min: 0, max: 9 });
  const action = fc.oneof(
    fc.tuple(fc.constantFrom('choose', 'toggle'), id, fc.constantFrom(0, 1, 2, 21), place),
    fc.tuple(fc.constantFrom('submit', 'next'), id, n),
    fc.tuple(fc.constantFrom('resume', 'wrong'), id),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 10 }), async (actions) => {
      for (const each of actions) {
        const reply = await world.press(each.join(':'));
        if ('toast' in reply) expect(reply.toast).not.toBe('');
        else for (const button of actionsOf(shown(reply))) expect(readAction(button)).not.toBeNull();
      }
    }),
    { numRuns: 40 },
  );
});
