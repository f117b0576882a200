import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person, TurnEvent } from '../../src/message/message.ts';
import { plainText } from '../../src/message/plain-text.ts';
import { createBank } from '../../src/quiz/bank.ts';
import type { Campaign } from '../../src/quiz/campaign/campaign.ts';
import { phrases } from '../../src/quiz/phrases.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { itemOf } from '../fakes/items.ts';
import { finishedSession } from '../fakes/quiz.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, messageIn, openTalk } from './fixtures.ts';

const me: Person = { id: 'telegram:1', admin: false };
const phone: Person = { id: 'web:1', admin: false };
const second = 1000;
const two = (rest: Record<string, unknown>): Campaign =>
  campaignOf({
    mode: 'exam',
    keys: 'after-close',
    paper: { size: 2, draw: [{ type: 'single', count: 2, points: 50 }] },
    attempts: { most: 3, counts: 'best' },
    shuffle: { items: false, options: false },
    audience: { kind: 'open' },
    books: [5],
    passMark: 50,
    ...rest,
  });
type World = Awaited<ReturnType<typeof open>>;

/**
 * A bank of two items with the same key, both of them on the exam's every paper, and another one. The person has missed one in practice
 * before, and has the other before them in practice that is open.
 */
async function open(key: number, campaigns: readonly Campaign[]) {
  const items = ['one', 'two'].map((id) =>
    itemOf(id, { answer: [key], explanation: `选第${key + 1}项。`, article: 1047 + key }),
  );
  items.push(itemOf('other', { book: 6 }));
  const talk = await openTalk({
    release: releaseOf([]),
    bank: createBank(items),
    campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
  });
  const asked = { order: [0, 1, 2, 3], picked: [], answer: null };
  const missed = { ...asked, picked: [1], answer: { right: false, at: 2000 } };
  const practice = { mode: 'practice', book: 5 } as const;
  await talk.store.add(
    finishedSession('finished00', me.id, [false], { ...practice, items: [{ item: 'one', ...missed }] }),
    null,
  );
  await talk.store.add(
    finishedSession('practice00', me.id, [false], {
      ...practice,
      items: [{ item: 'two', ...asked }],
      finishedAt: null,
    }),
    null,
  );
  talk.clock.now = new Date(opening);
  return talk;
}

const sent = (world: World, what: string, person: Person): Promise<TurnEvent[]> =>
  what.startsWith('/') ? world.say(what, person) : world.press(what, person);
const buttonsOf = (events: TurnEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'message' ? actionsOf(event.message) : []));

/** A score is told at once, whatever the keys: these would make it differ. And nothing is to be forgotten. */
const scores = /^(paper-(choose|finish)|campaign-begin|command:forget)/;

/** What a person can send without being shown a button for it. */
const always = [
  ...['/quiz', '/wrong', '/learn', '/score', '/campaign', 'campaign:spring', 'campaign-ranks:spring'],
  ...[
    'begin:0',
    'begin:5',
    'review',
    'learn:5',
    'wrong:finished00',
    'resume:practice00',
    'next:practice00:0',
  ],
  ...['choose:practice00:0:0', 'ask-item:one', 'ask-item:two', 'flag-item:one', 'flag:two:0'],
  ...['campaign-board:spring', 'campaign-certificate:spring:0', 'campaign-handover:spring'],
];

it('answers the same whatever the keys are, to whatever is sent, on two devices, until the exam has closed', async () => {
  const send = fc.record({
    which: fc.nat(),
    own: fc.boolean(),
    after: fc.constantFrom(0, second, 99 * second),
  });
  const sends = fc.array(send, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sends, sends, async (before, after) => {
      const exam = two({});
      const worlds = [await open(0, [exam]), await open(3, [exam])] as const;
      const both = async (what: string, person: Person): Promise<TurnEvent[]> => {
        const [one, other] = await Promise.all(worlds.map((world) => sent(world, what, person)));
        expect(one, what).toEqual(other);
        return one!;
      };
      const pass = (ms: number): void => {
        for (const { clock } of worlds) clock.now = new Date(clock.now.getTime() + ms);
      };
      await both('campaign-join:spring:0', me);
      const first = messageIn(await both('campaign-begin:spring:1:1', me));
      const code = /\/join (\w+)/.exec(
        plainText(messageIn(await both('campaign-handover:spring', me)), 0),
      )![1];
      await both(`/join ${code}`, phone);
      const id = actionsOf(first)[0]!.split(':')[1]!;
      const seen = [...always, `paper-review:${id}:0`, `paper-result:${id}`, `paper-finish:${id}:0`];
      const sendAll = async (all: typeof before): Promise<void> => {
        for (const { which, own, after } of all) {
          pass(after);
          const replies = await both(seen[which % seen.length]!, own ? me : phone);
          seen.push(...buttonsOf(replies).filter((action) => !scores.test(action)));
        }
      };
      await sendAll(before);
      // By the one key and by the other: in either world one of the two is right, and the score is the same.
      await both(`paper-choose:${id}:0:0`, me);
      await both(`paper-choose:${id}:1:3`, phone);
      for (const what of always) await both(what, me);
      await sendAll(after);
      for (const { clock } of worlds) clock.now = new Date(exam.window.closes + 4000);
      const reviews = await Promise.all(worlds.map((world) => world.press(`paper-review:${id}:0`, me)));
      expect(reviews[0]).not.toEqual(reviews[1]);
    }),
    { numRuns: 40 },
  );
});

it('tells no key of an exam’s item in another campaign, where the same person meets it', async () => {
  const world = await open(0, [two({}), two({ id: 'summer', mode: 'practice', keys: 'after-item' })]);
  for (const id of ['spring', 'summer']) await world.press(`campaign-join:${id}:0`, me);
  await world.press('campaign-begin:spring:1:1', me);
  const first = messageIn(await world.press('campaign-begin:summer:1:1', me));
  const next = messageIn(await world.press(actionsOf(first)[0]!, me));
  expect(plainText(next, 0)).toContain(phrases.keyLater);
  expect(plainText(next, 0)).toContain('第2/2题');
  const result = messageIn(await world.press(actionsOf(next)[0]!, me));
  const review = actionsOf(result).find((action) => action.startsWith('paper-review'))!;
  expect(plainText(messageIn(await world.press(review, me)), 0)).not.toContain('正确答案');
  world.clock.now = new Date(two({}).window.closes + 4000);
  expect(plainText(messageIn(await world.press(review, me)), 0)).toContain('正确答案');
});

it('lets nobody ask about an item that they have not answered', async () => {
  const world = await open(0, [two({})]);
  expect(await world.press('ask-item:one', phone)).toMatchObject([{ type: 'toast' }]);
  expect(await world.press('ask-item:two', me)).toMatchObject([{ type: 'toast' }]);
  expect(await world.press('ask-item:one', me)).toMatchObject([{ type: 'progress' }, { type: 'message' }]);
});

it('practises and reviews other items meanwhile, and those of the exam after it', async () => {
  const exam = two({});
  const world = await open(0, [exam]);
  await world.press('campaign-join:spring:0', me);
  const look = async () => ({
    menu: actionsOf(messageIn(await world.say('/quiz', me))).includes('resume:practice00'),
    due: actionsOf(messageIn(await world.say('/wrong', me))).includes('review'),
    resumed: (await world.press('resume:practice00', me))[0]!.type,
  });
  expect(await look()).toEqual({ menu: true, due: true, resumed: 'message' });
  await world.press('campaign-begin:spring:1:1', me);
  expect(await look()).toEqual({ menu: false, due: false, resumed: 'toast' });
  expect(plainText(messageIn(await world.press('begin:0', me)), 0)).toContain('第1/1题');
  world.clock.now = new Date(exam.window.closes + 4000);
  expect(await look()).toEqual({ menu: true, due: true, resumed: 'message' });
});
