import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Outage } from '../../../../src/errors.ts';
import type { Message } from '../../../../src/message/message.ts';
import { plainText } from '../../../../src/message/plain-text.ts';
import type { Campaign } from '../../../../src/quiz/campaign/campaign.ts';
import type { CampaignStore } from '../../../../src/quiz/campaign/campaign-store.ts';
import { createReminders } from '../../../../src/quiz/campaign/reminders/create-reminders.ts';
import { createNotices } from '../../../../src/quiz/campaign/reminders/notices.ts';
import type { Notify } from '../../../../src/quiz/campaign/reminders/notify.ts';
import { openQuizStore } from '../../../../src/store/lowdb.ts';
import { campaignOf, opening } from '../../../fakes/campaign.ts';
import { folderOf } from '../../../fakes/knowledge-folder.ts';
import { silentLog } from '../../../fakes/log.ts';
import { participantOf } from '../../../store/campaign-store.contract.ts';

const minute = 60_000;
const campaign = campaignOf({ reminders: [{ before: 'opening', minutes: 60, to: 'everybody' }] });

/** Participants `telegram:0` to n − 1 an hour before the opening, told through `notify`. */
async function open(
  n: number,
  /** @param nth of all calls, from 1 */
  notify: (person: string, nth: number) => ReturnType<Notify>,
  over: Campaign = campaign,
) {
  const { campaigns: store, close } = await openQuizStore(join(await folderOf({}), 'quiz.json'));
  onTestFinished(close);
  for (let i = 0; i < n; i++) {
    const person = `telegram:${i}`;
    await store.join(
      person,
      participantOf(`p${String(i).padStart(9, '0')}`, person, { joinedAt: opening - 100 * minute }),
    );
  }
  const clock = { now: opening - 60 * minute };
  const sent: { person: string; message: Message; at: number }[] = [];
  const ticks: (() => void)[] = [];
  let calls = 0;
  const create = (replaced: Partial<CampaignStore> = {}) => {
    const notices = createNotices(silentLog);
    notices.connect('telegram', async (person, message) => {
      calls += 1;
      const outcome = await notify(person, calls);
      if (outcome === 'sent') sent.push({ person, message, at: clock.now });
      return outcome;
    });
    return createReminders({
      campaigns: new Map([[over.id, over]]),
      store: { ...store, ...replaced },
      notifyAny: notices.notifyAny,
      now: () => clock.now,
      every(_ms, task) {
        ticks.push(task);
        return () => void ticks.splice(ticks.indexOf(task), 1);
      },
      pause: async (ms) => {
        clock.now += ms;
        // What has been sent is settled by then.
        await new Promise((resolve) => setImmediate(resolve));
      },
      log: silentLog,
    });
  };
  return { store, clock, sent, ticks, create, persons: () => sent.map(({ person }) => person) };
}

it('sends twelve a second, once, and says how long is left when it is sent', async () => {
  const world = await open(30, async () => 'sent');
  const reminders = world.create();
  await reminders.check();
  expect(new Set(world.persons()).size).toBe(30);
  const seconds = [0, 1, 2].map((second) => opening - 60 * minute + second * 1000);
  expect(seconds.map((second) => world.sent.filter(({ at }) => at === second).length)).toEqual([12, 12, 6]);
  expect(plainText(world.sent[0]!.message, 0)).toContain('1小时后开始：2026-09-01 08:00');
  world.clock.now = opening - 20 * minute;
  await reminders.check();
  await world.create().check();
  expect(world.sent).toHaveLength(30);
});

it('loses nobody to an outage, tries again the next minute, and never again who has blocked the bot', async () => {
  let down = true;
  const tried: string[] = [];
  const world = await open(30, async (person) => {
    tried.push(person);
    if (person === 'telegram:3') return 'unreachable';
    if (down && Number(person.split(':')[1]) % 2 === 0) throw new Outage('no network');
    return 'sent';
  });
  const reminders = world.create();
  await reminders.check();
  expect(world.sent).toHaveLength(14);
  down = false;
  await reminders.check();
  expect(new Set(world.persons()).size).toBe(29);
  expect(world.sent).toHaveLength(29);
  expect(tried.filter((person) => person === 'telegram:3')).toHaveLength(1);
});

it('leaves a channel that is down alone until the next minute', async () => {
  let calls = 0;
  const world = await open(100, async () => {
    calls += 1;
    throw new Outage('no network');
  });
  await world.create().check();
  expect(calls).toBe(12);
});

it('stops at once at shutdown: the batch on its way is recorded, the rest comes after the restart', async () => {
  const world = await open(50, async (_, nth) => {
    if (nth === 15) void reminders.stop();
    return 'sent';
  });
  const reminders = world.create();
  reminders.start();
  await reminders.check();
  expect(world.sent).toHaveLength(24);
  expect(world.ticks).toEqual([]);
  await world.create().check();
  expect(world.sent).toHaveLength(50);
  expect(new Set(world.persons()).size).toBe(50);
});

it('doubles one batch at most where it is killed before a batch is on record', async () => {
  const world = await open(50, async () => 'sent');
  let writes = 0;
  const dying = world.create({
    changeReminders: (id, change) => {
      writes += 1;
      if (writes === 2) throw new Outage('killed');
      return world.store.changeReminders(id, change);
    },
  });
  await dying.check();
  await world.create().check();
  expect(new Set(world.persons()).size).toBe(50);
  expect(world.sent).toHaveLength(62);
});

it('does not wait for ever for what hangs at shutdown, and records the others', async () => {
  const world = await open(3, async (person) => {
    if (person !== 'telegram:1') return 'sent';
    void reminders.stop();
    return new Promise(() => {});
  });
  const reminders = world.create();
  await reminders.check();
  expect(Object.values((await world.store.reminders('spring')).sent)).toEqual([['p000000000', 'p000000002']]);
});

it('heeds a mute, and a stop, while it sends', async () => {
  const world = await open(60, async (_, nth) => {
    if (nth === 5)
      await world.store.changeParticipant('p000000030', (before) => ({ ...before, muted: true }));
    if (nth === 30) await world.store.changeReminders('spring', (record) => ({ ...record, stopped: true }));
    return 'sent';
  });
  await world.create().check();
  expect(world.sent).toHaveLength(36);
  expect(world.persons()).not.toContain('telegram:30');
});

it('tells a captain that people wait, at most once an hour, and only of new ones', async () => {
  const held = campaignOf({ audience: { kind: 'captains', units: ['历下区', '市中区'] } });
  const world = await open(0, async () => 'sent', held);
  const reminders = world.create();
  const { store, clock } = world;
  const wait = (id: string, unit: string) =>
    store.join(id, participantOf(id, id, { unit, admitted: 'waiting', name: '王明', joinedAt: clock.now }));
  await store.join('telegram:7', participantOf('capcapcap1', 'telegram:7', { entry: 'entry00001' }));
  await reminders.check();
  await wait('mmmmmmmmm1', '市中区');
  await reminders.check();
  expect(world.sent).toEqual([]);
  await wait('mmmmmmmmm2', '历下区');
  await reminders.check();
  expect(plainText(world.sent[0]!.message, 0)).toContain('历下区有1人');
  clock.now += minute;
  await wait('mmmmmmmmm3', '历下区');
  await reminders.check();
  expect(world.persons()).toEqual(['telegram:7']);
  clock.now += 60 * minute;
  await reminders.check();
  expect(plainText(world.sent[1]!.message, 0)).toContain('历下区有2人');
  clock.now += 120 * minute;
  await reminders.check();
  expect(world.sent).toHaveLength(2);
});
