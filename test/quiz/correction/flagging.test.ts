import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAction } from '../../../src/message/action.ts';
import type { Message } from '../../../src/message/message.ts';
import { createBank } from '../../../src/quiz/bank.ts';
import type { Campaign } from '../../../src/quiz/campaign/campaign.ts';
import type { CampaignAction } from '../../../src/quiz/campaign/campaign-play.ts';
import { createCampaignPlay } from '../../../src/quiz/campaign/create-campaign-play.ts';
import { phrases } from '../../../src/quiz/correction/phrases.ts';
import { createPlay } from '../../../src/quiz/create-play.ts';
import { mostOpenFlags } from '../../../src/quiz/flag.ts';
import type { QuizAction, QuizReply } from '../../../src/quiz/play.ts';
import { randomId } from '../../../src/quiz/random.ts';
import { openQuizStore } from '../../../src/store/lowdb.ts';
import { answerItem, bankItems, campaignOf, certificateDrawing, opening } from '../../fakes/campaign.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';
import { seeded } from '../../fakes/quiz.ts';

const bank = createBank(bankItems(2));
const me = { id: 'telegram:1', admin: false };
const other = { id: 'web:2', admin: false };

async function setUp(...list: Campaign[]) {
  const store = await openQuizStore(join(await folderOf({}), 'quiz.json'));
  onTestFinished(() => store.close());
  const clock = { now: opening };
  const campaigns = new Map(list.map((campaign) => [campaign.id, campaign]));
  const shared = { bank, campaigns, articleButton: () => null, now: () => clock.now };
  const random = seeded(3);
  const play = createPlay({ ...shared, store, random });
  const papers = createCampaignPlay({
    ...shared,
    store: store.campaigns,
    newId: () => randomId(10, random),
    ...certificateDrawing,
  });
  const press = (written: string, person = me): Promise<QuizReply> => {
    const action = readAction(written)!;
    return /^(campaign|paper)/.test(action[0])
      ? papers.press(person, action as CampaignAction)
      : play.press(person, action as QuizAction);
  };
  return {
    store,
    clock,
    play,
    press,
    async beginPaper(person = me): Promise<Message> {
      await press('campaign-join:spring:1', person);
      return shown(await press('campaign-begin:spring:1:1', person));
    },
    reasons: async () =>
      (await store.flags.flags()).map(({ item, reason, campaign }) => [item, reason, campaign]),
  };
}

const shown = (reply: QuizReply): Message => {
  if (!('message' in reply)) throw new Error(`no message: ${JSON.stringify(reply)}`);
  return reply.message;
};
const actionsOf = (message: Message): string[] => message.buttons.flat().map(({ action }) => action);
const find = (message: Message, kind: string): string =>
  actionsOf(message).find((action) => action.startsWith(`${kind}:`))!;
const itemIn = (message: Message): string => find(message, 'flag-item').split(':')[1]!;

/** Answers the practice item shown with its first option, or its first two. */
async function answer(world: Awaited<ReturnType<typeof setUp>>, message: Message): Promise<Message> {
  const choose = find(message, 'choose');
  if (choose) return shown(await world.press(choose));
  const [first, second] = actionsOf(message).filter((action) => action.startsWith('toggle:'));
  await world.press(first!);
  await world.press(second!);
  return shown(await world.press(find(message, 'submit')));
}

describe('a taker', () => {
  it('flags an answered item by its reason, once: a second flag changes the reason, and practice goes on', async () => {
    const world = await setUp();
    const feedback = await answer(world, shown(await world.press('begin:5')));
    const asks = shown(await world.press(find(feedback, 'flag-item')));
    expect(actionsOf(asks).slice(0, 4)).toEqual(
      [0, 1, 2, 3].map((reason) => `flag:${itemIn(feedback)}:${reason}`),
    );
    const thanks = shown(await world.press(actionsOf(asks)[0]!));
    expect(thanks.paragraphs.map(({ text }) => text)).toEqual([phrases.flagged('答案不对'), phrases.next]);
    expect(await world.press(find(thanks, 'resume'))).toMatchObject({ inPlace: false });
    await world.press(actionsOf(asks)[2]!);
    await world.press(actionsOf(asks)[2]!);
    expect(await world.reasons()).toEqual([[itemIn(feedback), 'law', null]]);
  });

  it('flags items from the wrong list, and opens again what an admin has settled', async () => {
    const world = await setUp();
    let message = shown(await world.press('begin:5'));
    for (let n = 0; n < 10; n++)
      message = shown(await world.press(find(await answer(world, message), 'next')));
    const wrong = shown(await world.press(find(message, 'wrong')));
    const flags = actionsOf(wrong).filter((action) => action.startsWith('flag-item:'));
    expect(flags.length).toBeGreaterThan(0);
    const item = flags[0]!.split(':')[1]!;
    expect(find(shown(await world.press(flags[0]!)), 'resume')).toBe(
      find(message, 'wrong').replace('wrong', 'resume'),
    );
    await world.press(`flag:${item}:3`);
    expect(await world.store.flags.settle(item, { at: 1, note: '无误', rejected: true })).toBe(1);
    await world.press(`flag:${item}:3`);
    expect(await world.store.flags.flags()).toMatchObject([{ item, settled: null }]);
  });

  it('cannot flag what was never asked of them, nor for a reason that is none', async () => {
    const world = await setUp();
    const first = itemIn(await answer(world, shown(await world.press('begin:5'))));
    const never = bank.items.find(({ book }) => book === 1)!.id;
    for (const [action, person] of [
      [`flag-item:${never}`, me],
      [`flag:${never}:0`, me],
      [`flag-item:${first}`, other],
      [`flag:${first}:0`, other],
      [`flag:${first}:4`, me],
      ['flag:nonsense:0', me],
    ] as const)
      expect(await world.press(action, person)).toEqual({ toast: phrases.notAsked });
    expect(await world.reasons()).toEqual([]);
  });

  it('has so many open flags at most, and may go on changing those', async () => {
    const world = await setUp(campaignOf());
    const asked = new Set<string>();
    for (const book of [1, 2, 3]) {
      let message = shown(await world.press(`begin:${book}`));
      for (let n = 0; n < 9; n++) {
        const feedback = await answer(world, message);
        asked.add(itemIn(feedback));
        message = shown(await world.press(find(feedback, 'next')));
      }
      const feedback = await answer(world, message);
      asked.add(itemIn(feedback));
    }
    const items = [...asked];
    for (const item of items) await world.press(`flag:${item}:1`);
    expect(await world.reasons()).toHaveLength(mostOpenFlags);
    const full = shown(await world.press(`flag:${items.at(-1)}:1`));
    expect(full.paragraphs[0]!.text).toBe(phrases.tooMany(mostOpenFlags));
    expect(shown(await world.press(`flag:${items[0]}:2`)).paragraphs[0]!.text).toBe(
      phrases.changed('和现行法律不符'),
    );
    await world.store.flags.settle(items[0]!, { at: 1, note: '改了', rejected: false });
    await world.press(`flag:${items.at(-1)}:1`);
    expect((await world.reasons()).map(([item]) => item)).toContain(items.at(-1));
  });
});

describe('during a paper', () => {
  const exam = campaignOf({ mode: 'exam', keys: 'after-close' });

  it('a flag changes nothing of the paper, shows its time, and leads back to the item', async () => {
    const world = await setUp(exam);
    const item = await world.beginPaper();
    const id = find(item, 'paper-finish').split(':')[1]!;
    const before = await world.store.campaigns.attempt(id);
    const asks = shown(await world.press(find(item, 'flag-item')));
    const thanks = shown(await world.press(`flag:${itemIn(item)}:1`));
    expect(await world.store.campaigns.attempt(id)).toBe(before);
    for (const message of [asks, thanks]) {
      expect(message.countdown).toEqual(item.countdown);
      expect(shown(await world.press(find(message, 'paper-item'))).paragraphs).toEqual(item.paragraphs);
    }
    expect(await world.reasons()).toEqual([[itemIn(item), 'stem', 'spring']]);
  });

  it('a flag tells the same whether the answer was right or wrong', async () => {
    const told = await Promise.all(
      [true, false].map(async (right) => {
        const world = await setUp(exam);
        const item = await world.beginPaper();
        const id = find(item, 'paper-finish').split(':')[1]!;
        await world.store.campaigns.change(id, (attempt) =>
          answerItem(attempt, 0, right, { campaign: exam, bank, now: opening }),
        );
        const asks = await world.press(find(item, 'flag-item'));
        return [asks, await world.press(`flag:${itemIn(item)}:0`)];
      }),
    );
    expect(told[0]).toEqual(told[1]);
    expect(told[0]![1]).toHaveProperty('message');
  });

  it('an item with a clock of its own cannot be read before that runs', async () => {
    const world = await setUp(campaignOf({ limits: { itemSeconds: 30 } }));
    const item = await world.beginPaper();
    const id = find(item, 'paper-finish').split(':')[1]!;
    const { items } = (await world.store.campaigns.attempt(id))!;
    expect(await world.press(`flag-item:${items[0]!.item}`)).toHaveProperty('message');
    for (const { item: later } of items.slice(1))
      expect(await world.press(`flag-item:${later}`)).toEqual({ toast: phrases.notAsked });
  });

  it('is counted where the item was met last', async () => {
    const world = await setUp(campaignOf());
    const first = itemIn(await world.beginPaper());
    await world.press(`flag:${first}:1`);
    const [book] = [bank.item(first)!.book];
    world.clock.now += 1000;
    await world.store.add(
      {
        id: 'zzzzzzzzzz',
        person: me.id,
        mode: 'practice',
        book,
        items: [{ item: first, order: [0, 1, 2, 3], picked: [], answer: null }],
        startedAt: world.clock.now,
        finishedAt: null,
      },
      null,
    );
    await world.press(`flag:${first}:2`);
    expect(await world.reasons()).toEqual([[first, 'law', null]]);
  });
});

it('stands any order of presses by strangers', async () => {
  const world = await setUp(campaignOf());
  await world.beginPaper();
  const session = shown(await world.press('begin:0', other));
  const sessionId = actionsOf(session)[0]!.split(':')[1]!;
  const before = await world.store.session(sessionId);
  const first = before!.items[0]!.item;
  const item = fc.oneof(
    fc.constantFrom(first, 'nothing', '-', '0'),
    fc.constantFrom(...bank.items.map(({ id }) => id)),
  );
  const press = fc.record({
    action: fc.oneof(
      item.map((id) => `flag-item:${id}`),
      fc.tuple(item, fc.nat(9)).map(([id, reason]) => `flag:${id}:${reason}`),
    ),
    person: fc.constantFrom(me, other, { id: 'web:__proto__', admin: false }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 30 }), async (presses) => {
      await Promise.all(presses.map(({ action, person }) => world.press(action, person)));
      const flags = await world.store.flags.flags();
      const own = flags.map((flag) => `${flag.person} ${flag.item}`);
      expect(new Set(own).size).toBe(own.length);
      for (const person of [me, other])
        expect(flags.filter((flag) => flag.person === person.id).length).toBeLessThanOrEqual(mostOpenFlags);
      expect(flags.some(({ person }) => person === 'web:__proto__')).toBe(false);
    }),
    { numRuns: 40 },
  );
  expect(await world.store.session(sessionId)).toBe(before);
  await world.press(`flag:${first}:1`, other);
  expect(await world.reasons()).toContainEqual([first, 'stem', null]);
});
