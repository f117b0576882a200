import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAction, writeAction } from '../../../src/message/action.ts';
import type { Message } from '../../../src/message/message.ts';
import { plainText as plainTextAt } from '../../../src/message/plain-text.ts';
import { type Bank, createBank } from '../../../src/quiz/bank.ts';
import type { Campaign } from '../../../src/quiz/campaign/campaign.ts';
import type { CampaignAction } from '../../../src/quiz/campaign/campaign-play.ts';
import { createCampaignPlay } from '../../../src/quiz/campaign/create-campaign-play.ts';
import { graceMs } from '../../../src/quiz/campaign/paper/deadline.ts';
import { extendRoster } from '../../../src/quiz/campaign/people/roster.ts';
import { phrases } from '../../../src/quiz/campaign/phrases.ts';
import type { QuizReply } from '../../../src/quiz/play.ts';
import { randomId } from '../../../src/quiz/random.ts';
import { openQuizStore } from '../../../src/store/lowdb.ts';
import { bankItems, campaignOf, certificateDrawing, opening } from '../../fakes/campaign.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';
import { seeded } from '../../fakes/quiz.ts';

const plainText = (message: Message): string => plainTextAt(message, 0);

const ordinary = createBank(bankItems(2));
const me = { id: 'telegram:1', admin: false };
const other = { id: 'web:2', admin: false };
const minute = 60_000;

const setUp = (...campaigns: Campaign[]) => setUpOver(ordinary, ...campaigns);

async function setUpOver(bank: Bank, ...campaigns: Campaign[]) {
  const file = join(await folderOf({}), 'quiz.json');
  let store = await openQuizStore(file);
  onTestFinished(() => store.close());
  const clock = { now: opening };
  const random = seeded(3);
  const create = () =>
    createCampaignPlay({
      campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
      bank,
      store: store.campaigns,
      articleButton: (article) => ({
        label: `第${article}条`,
        action: writeAction('passage', `civil-code/${article}`),
      }),
      now: () => clock.now,
      newId: () => randomId(10, random),
      ...certificateDrawing,
    });
  let play = create();
  const press = (action: string, person = me): Promise<QuizReply> =>
    play.press(person, readAction(action) as CampaignAction);
  return {
    bank,
    clock,
    press,
    play: () => play,
    store: () => store.campaigns,
    restart: async () => {
      await store.close();
      store = await openQuizStore(file);
      play = create();
    },
    /** Joins with the first unit and begins; gives the first item. */
    async begin(person = me, campaign = 'spring') {
      await press(`campaign-join:${campaign}:1`, person);
      return shown(await press(`campaign-begin:${campaign}:1:1`, person));
    },
  };
}
type World = Awaited<ReturnType<typeof setUp>>;

const shown = (reply: QuizReply): Message => {
  if (!('message' in reply)) throw new Error(`no message: ${JSON.stringify(reply)}`);
  return reply.message;
};
const actionsOf = (message: Message): string[] => message.buttons.flat().map(({ action }) => action);
const find = (message: Message, kind: string): string => {
  const found = actionsOf(message).find((action) => action.startsWith(`${kind}:`));
  if (!found) throw new Error(`no ${kind} among ${actionsOf(message)}`);
  return found;
};

/** Answers the item that a message asks, right or wrong, as a person would. */
async function answer(world: World, message: Message, right: boolean, person = me): Promise<QuizReply> {
  const action = actionsOf(message).find((each) => /^paper-(choose|toggle):/.test(each))!;
  const [kind, id, n] = action.split(':') as [string, string, string];
  const asked = (await world.store().attempt(id))!.items[Number(n)]!;
  const { answer: key, options } = world.bank.item(asked.item)!;
  const wrong = options.findIndex((_, option) => !key.includes(option));
  const at = (option: number): number => asked.order.indexOf(option);
  if (kind === 'paper-choose')
    return world.press(`paper-choose:${id}:${n}:${at(right ? key[0]! : wrong)}`, person);
  for (const option of right ? key : [key[0]!, wrong])
    await world.press(`paper-toggle:${id}:${n}:${at(option)}`, person);
  return world.press(`paper-submit:${id}:${n}`, person);
}

const exam = campaignOf({ mode: 'exam', keys: 'after-finish' });

/** Sits a whole paper whose items follow without feedback; gives the result. */
async function sit(
  world: World,
  first: Message,
  right: (n: number) => boolean,
  person = me,
): Promise<Message> {
  let message = first;
  for (let n = 0; n < 5; n++) {
    world.clock.now += 1000;
    message = shown(await answer(world, message, right(n), person));
  }
  return message;
}

describe('a campaign through its messages', () => {
  it('goes from the list by a unit to the paper, its result with a tier, and a second attempt', async () => {
    const world = await setUp(exam);
    const { press } = world;
    const page = shown(await press(find(world.play().menu(), 'campaign')));
    expect(plainText(page)).toContain('2026-09-01 08:00 至 2026-09-10 24:00');
    const units = shown(await press(find(page, 'campaign-units')));
    expect(units.buttons.flat().map(({ label }) => label)).toEqual([
      '历下区',
      '市中区',
      phrases.noUnit,
      phrases.backToCampaign,
    ]);
    const joined = shown(await press('campaign-join:spring:2'));
    expect(plainText(joined)).toContain('市中区');
    const first = shown(await press(find(joined, 'campaign-begin')));
    expect(plainText(first)).toContain('第1/5题');
    expect(first.countdown).toEqual({ label: phrases.left, to: opening + 10 * minute });
    const result = await sit(world, first, (n) => n > 0);
    expect(plainText(result)).toContain('得分80分（满分100分），用时5秒');
    expect(plainText(result)).toContain('等次：合格');
    const second = await sit(world, shown(await press(find(result, 'campaign-begin'))), () => true);
    expect(plainText(second)).toContain('等次：优秀');
    expect(actionsOf(second).some((action) => action.startsWith('campaign-begin'))).toBe(false);
    expect(await press('campaign-begin:spring:1:3')).toEqual({ toast: phrases.begins['no-attempts-left'] });
    // No item comes back while the bank has others.
    const [one, two] = await world.store().attempts('spring');
    const items = new Set([...one!.items, ...two!.items].map(({ item }) => item));
    expect(items.size).toBe(10);
  });

  it('hides right and wrong in an exam until it is allowed', async () => {
    const world = await setUp(campaignOf({ mode: 'exam', keys: 'after-close' }));
    const first = await world.begin();
    const replies = await Promise.all(
      [true, false].map(async (right) => {
        const own = await setUp(campaignOf({ mode: 'exam', keys: 'after-close' }));
        return plainText(shown(await answer(own, await own.begin(), right)));
      }),
    );
    expect(replies[0]).toBe(replies[1]);
    const result = await sit(world, first, () => true);
    expect(plainText(result)).toContain(phrases.reviewLater);
    expect(actionsOf(result).join()).not.toContain('paper-review');
    const page = (await world.play().enter(me, 'spring'))!;
    expect(page.buttons.flat().map(({ label }) => label)).not.toContain(phrases.seeResult);
    const review = `paper-review:${find(first, 'paper-finish').split(':')[1]}:0`;
    expect(await world.press(review)).toEqual({ toast: phrases.reviewLater });
    world.clock.now = exam.window.closes + graceMs;
    expect(await world.press(review)).toEqual({ toast: phrases.reviewLater });
    world.clock.now += 1;
    expect(plainText(shown(await world.press(review)))).toContain('正确答案');
  });

  it('shows keys after each item where the campaign says so', async () => {
    const world = await setUp(campaignOf());
    const feedback = shown(await answer(world, await world.begin(), false));
    expect(plainText(feedback)).toContain('没答对');
    expect(actionsOf(feedback)[0]).toBe('passage:civil-code/1047');
    expect(plainText(shown(await world.press(find(feedback, 'paper-item'))))).toContain('第2/5题');
  });

  it('takes a double press once, draws one paper on two begins, and answers stale buttons', async () => {
    const world = await setUp(exam);
    const first = await world.begin();
    const again = shown(await world.press('campaign-begin:spring:1:1'));
    expect(actionsOf(again)).toEqual(actionsOf(first));
    const replies = await Promise.all([answer(world, first, true), answer(world, first, false)]);
    expect(replies.filter((reply) => 'toast' in reply)).toEqual([
      { toast: phrases.toasts['already-answered'] },
    ]);
    const id = find(first, 'paper-finish').split(':')[1]!;
    const asked = (await world.store().attempt(id))!.items.filter((item) => item.answer);
    expect(asked).toHaveLength(1);
    expect(await world.press('campaign-begin:spring:1:1', other)).toEqual({ toast: phrases.joinFirst });
    await world.press('campaign-join:spring:1', other);
    expect(await world.press(`paper-item:${id}:0`, other)).toEqual({ toast: phrases.notYours });
    expect(await world.press(`paper-choose:${id}:1:0`, other)).toEqual({ toast: phrases.notYours });
    expect(await world.press('paper-item:zzzzzzzzzz:0')).toEqual({ toast: phrases.gone });
    expect(await world.press('campaign:winter')).toEqual({ toast: phrases.gone });
  });

  it('goes on after a restart, and on another device by a code that serves once', async () => {
    const world = await setUp(exam);
    await answer(world, await world.begin(), true);
    await world.restart();
    const page = (await world.play().enter(me, 'spring'))!;
    expect(plainText(shown(await world.press(find(page, 'paper-item'))))).toContain('第2/5题');
    const handover = plainText(shown(await world.press(find(page, 'campaign-handover'))));
    const code = /\/join ([a-z0-9]{10})/.exec(handover)![1]!;
    const there = await world.play().join(other, code);
    expect(plainText(shown(await world.press(find(there, 'paper-item'), other)))).toContain('第2/5题');
    expect(plainText(await world.play().join({ id: 'web:3', admin: false }, code))).toContain(
      phrases.redeems.unknown,
    );
  });

  it('closes late answers with a clear message, and lets one skip and hand in', async () => {
    const world = await setUp(exam);
    const first = await world.begin();
    const skipped = shown(await world.press(find(first, 'paper-item')));
    expect(plainText(skipped)).toContain('第2/5题');
    const ask = shown(await world.press(find(skipped, 'paper-finish')));
    expect(plainText(ask)).toContain('还有5道题没答');
    world.clock.now += 10 * minute + graceMs + 1;
    const late = shown(await answer(world, first, true));
    expect(plainText(late)).toContain(phrases.paperTimedOut + phrases.cameLate);
    expect(plainText(late)).toContain('得分0分');
    const second = shown(await world.press('campaign-begin:spring:1:2'));
    const done = shown(await world.press(find(second, 'paper-finish').replace(/0$/, '1')));
    expect(plainText(done)).toContain('得分0分');
    expect(await answer(world, second, true)).toEqual({ toast: phrases.toasts['already-finished'] });
  });

  it('opens a 答题卡 over the paper, goes to the item that is pressed there, and closes the paper once its time is over', async () => {
    const world = await setUp(exam);
    const first = await world.begin();
    const second = shown(await answer(world, first, true));
    const sheet = shown(await world.press(find(second, 'paper-sheet')));
    const [one, , three] = sheet.buttons.flat().map(({ action }) => action);
    expect(plainText(shown(await world.press(three!)))).toContain('第3/5题');
    expect(plainText(shown(await world.press(one!)))).toContain('第2/5题');
    expect(await world.press(find(second, 'paper-sheet').replace(/\d+$/, '7'))).toEqual({
      toast: phrases.gone,
    });
    expect(await world.press(find(second, 'paper-sheet'), other)).toEqual({ toast: phrases.notYours });
    world.clock.now += 10 * minute + graceMs + 1;
    const over = plainText(shown(await world.press(find(second, 'paper-sheet'))));
    expect(over).toContain(phrases.paperTimedOut);
    expect(over).not.toContain(phrases.cameLate);
    expect(over).toContain('得分20分');
  });

  it('tells the time of an item, misses it when late and goes on to the next', async () => {
    const world = await setUp(
      campaignOf({ mode: 'exam', keys: 'after-finish', limits: { itemSeconds: 20 } }),
    );
    const first = await world.begin();
    expect(first.countdown).toEqual({ label: phrases.itemLeft, to: opening + 20_000 });
    world.clock.now += 20_000 + graceMs + 1;
    const next = plainText(shown(await answer(world, first, true)));
    expect(next).toContain(phrases.itemTimedOut);
    expect(next).toContain('第2/5题');
  });

  it('asks the open item, whichever button is pressed, where items have a time', async () => {
    const world = await setUp(
      campaignOf({ mode: 'exam', keys: 'after-finish', limits: { itemSeconds: 20 } }),
    );
    const id = find(await world.begin(), 'paper-finish').split(':')[1]!;
    expect(plainText(shown(await world.press(`paper-item:${id}:3`)))).toContain('第1/5题');
  });

  it('leads past an item that the bank has withdrawn, in a paper in order once its time is over', async () => {
    const gone = new Set<string>();
    const item = (id: string) => (gone.has(id) ? undefined : ordinary.item(id));
    const inOrder = campaignOf({
      id: 'timed',
      mode: 'exam',
      keys: 'after-finish',
      limits: { itemSeconds: 20 },
    });
    const world = await setUpOver({ ...ordinary, item }, exam, inOrder);
    const first = await world.begin();
    const id = find(first, 'paper-finish').split(':')[1]!;
    gone.add((await world.store().attempt(id))!.items[0]!.item);
    const page = (await world.play().enter(me, 'spring'))!;
    const withdrawn = shown(await world.press(find(page, 'paper-item')));
    expect(plainText(withdrawn)).toContain(phrases.toasts.withdrawn);
    expect(plainText(shown(await world.press(find(withdrawn, 'paper-item'))))).toContain('第2/5题');

    const timed = find(await world.begin(me, 'timed'), 'paper-finish').split(':')[1]!;
    gone.add((await world.store().attempt(timed))!.items[0]!.item);
    const blocked = shown(await world.press(`paper-item:${timed}:0`));
    expect(plainText(blocked)).toContain(phrases.withdrawnInOrder);
    world.clock.now += 20_000 + graceMs + 1;
    expect(plainText(shown(await world.press(find(blocked, 'paper-item'))))).toContain('第2/5题');
  });

  it('does not ask whether to hand in a paper that is over, and turns no page that is not there', async () => {
    const world = await setUp(exam);
    const finish = find(await world.begin(), 'paper-finish');
    world.clock.now += 10 * minute + graceMs + 1;
    expect(plainText(shown(await world.press(finish)))).toContain(phrases.paperTimedOut);
    const [, id] = finish.split(':');
    expect(await world.press(`paper-review:${id}:1`)).toEqual({ toast: phrases.gone });
    expect(actionsOf(shown(await world.press(`paper-review:${id}:0`)))).not.toContain(`paper-review:${id}:1`);
  });

  it('keeps to the window', async () => {
    const world = await setUp(exam);
    world.clock.now = opening - 1;
    await world.press('campaign-join:spring:1');
    expect(await world.press('campaign-begin:spring:1:1')).toEqual({ toast: phrases.begins['not-open'] });
    world.clock.now = exam.window.closes;
    expect(await world.press('campaign-begin:spring:1:1')).toEqual({ toast: phrases.begins.closed });
    expect(await world.press('campaign-join:spring:1', other)).toEqual({ toast: phrases.begins.closed });
    expect(await world.store().participants('spring')).toHaveLength(1);
  });

  it('lets in by invite only where there is a roster, each once, and ranks with covered names', async () => {
    const world = await setUp(
      campaignOf({ audience: { kind: 'roster' }, mode: 'exam', keys: 'after-close' }),
    );
    let n = 0;
    const make = {
      id: () => `entry${String(n++).padStart(5, '0')}`,
      token: () => String(n++).padStart(22, 't'),
    };
    const person = { unit: '甲局', district: null, staffNumber: null, phone: null };
    const { roster, invites } = extendRoster(
      [],
      [
        { ...person, name: '王小明' },
        { ...person, name: '李四' },
      ],
      make,
    );
    await world.store().changeRoster('spring', () => roster);
    expect(await world.press('campaign-join:spring:0')).toEqual({ toast: phrases.rosterOnly });
    expect(await world.press('campaign-begin:spring:1:1')).toEqual({ toast: phrases.rosterOnly });
    const [mine, theirs] = invites.map(({ token }) => token) as [string, string];
    const page = (await world.play().enter(me, mine))!;
    expect(plainText(page)).toContain('甲局');
    expect(plainText((await world.play().enter(other, mine))!)).toContain(phrases.redeems.used);
    expect(plainText((await world.play().enter(me, theirs))!)).toContain(
      phrases.redeems['joined-as-another'],
    );
    await sit(world, shown(await world.press(find(page, 'campaign-begin'))), () => true);
    await world.play().join(other, theirs);
    const ranks = plainText(shown(await world.press('campaign-ranks:spring', other)));
    expect(ranks).toContain('第1名　王**　100分');
    expect(ranks).not.toContain('小明');
    expect(ranks).not.toContain(phrases.unitsTitle);
    expect(await world.play().enter(me, 'from-a-poster')).toBeNull();
  });

  it('shows an item in the same way whatever its key is', async () => {
    const singles = { size: 2, draw: [{ type: 'single', count: 2, points: 50 }] };
    const item = async (answer: number[]) => {
      const items = bankItems(1).map((each) => (each.type === 'single' ? { ...each, answer } : each));
      return (await setUpOver(createBank(items), campaignOf({ paper: singles }))).begin();
    };
    expect(await item([0])).toEqual(await item([3]));
  });

  it('survives any button in any order', async () => {
    const held = { kind: 'captains', units: ['甲', '乙'] };
    const world = await setUp(
      exam,
      campaignOf({ id: 'levels', daily: { days: 3 } }),
      campaignOf({ id: 'held', audience: held }),
    );
    await world.play().apply(other, 'held 1 王小明');
    const waiting = (await world.store().participants('held'))[0]!.id;
    const id = find(await world.begin(), 'paper-finish').split(':')[1]!;
    await world.begin(me, 'levels');
    const ids = fc.constantFrom(id, waiting, 'zzzzzzzzzz');
    const campaign = fc.constantFrom('spring', 'levels', 'held', 'winter');
    const n = fc.integer({ min: 0, max: 6 });
    const action = fc.oneof(
      fc.tuple(fc.constantFrom('paper-choose', 'paper-toggle', 'paper-sheet'), ids, n, n),
      fc.tuple(fc.constantFrom('paper-item', 'paper-submit', 'paper-finish', 'paper-review'), ids, n),
      fc.tuple(fc.constant('paper-result'), ids),
      fc.tuple(fc.constant('campaign-begin'), campaign, n, n),
      fc.tuple(fc.constantFrom('campaign-join', 'campaign-units', 'campaign-certificate'), campaign, n),
      fc.tuple(
        fc.constantFrom('campaign', 'campaign-ranks', 'campaign-board', 'campaign-handover'),
        campaign,
      ),
      fc.tuple(fc.constantFrom('campaign-applicants', 'campaign-mute', 'campaign-remind-me'), campaign, n),
      fc.tuple(fc.constant('campaign-admit'), campaign, ids, n),
    );
    const pressed = fc.tuple(action, fc.constantFrom(me, other), fc.integer({ min: 0, max: minute }));
    await fc.assert(
      fc.asyncProperty(fc.array(pressed, { maxLength: 12 }), async (presses) => {
        for (const [each, person, after] of presses) {
          world.clock.now += after;
          const reply = await world.press(each.join(':'), person);
          if ('toast' in reply) expect(reply.toast).toBeTruthy();
          else if ('file' in reply) expect(reply.file.bytes).toBeTruthy();
          else {
            const message = shown(reply);
            for (const button of actionsOf(message)) expect(readAction(button)).not.toBeNull();
            // The big screen is looked at, not pressed.
            if (each[0] !== 'campaign-board') expect(message.buttons.flat().length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
