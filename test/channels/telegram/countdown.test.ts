import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCountdowns, type Edited, nextEdit } from '../../../src/channels/telegram/countdown.ts';
import { silentLog as log } from '../../fakes/log.ts';

describe('nextEdit', () => {
  it('goes down to zero in gaps of five seconds or more, and is at most five seconds late', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 40 * 24 * 3600_000 }), (begin) => {
        let left = begin;
        for (let gap = nextEdit(left); gap !== null; gap = nextEdit(left)) {
          expect(gap).toBeGreaterThanOrEqual(5000);
          left -= gap;
        }
        expect(left).toBeLessThanOrEqual(0);
        expect(left).toBeGreaterThan(Math.min(begin, -5000) - 1);
      }),
    );
  });

  it('is sparse far away and dense at the end, at whole times', () => {
    const shown: number[] = [];
    for (let left = 6 * 60_000 + 20_000; left > 0; left -= nextEdit(left)!) shown.push(left / 1000);
    expect(shown.slice(1)).toEqual([...[360, 300, 270, 240, 210, 180, 150, 120, 90, 60, 50, 40, 30, 20, 10]]);
    expect(nextEdit(3 * 24 * 3600_000)).toBeGreaterThan(3600_000);
  });
});

/** A message shown in a chat; a newer one has a higher version. */
interface Shown {
  version: number;
  countdown: { to: number };
}

interface Pending {
  chat: number;
  version: number;
  at: number;
  left: number;
  answer: (edited: Edited) => Promise<void>;
}

/** Lets what is ready run on. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

/** Countdowns over a clock and a Telegram that the test moves. */
function open() {
  let clock = 0;
  let ticking: (() => void) | null = null;
  let tickMs = 250;
  const pending: Pending[] = [];
  const sent: Pending[] = [];
  const countdowns = createCountdowns<Shown>({
    edit: (chat, { version, countdown }) =>
      new Promise((resolve) => {
        const edit: Pending = {
          ...{ chat, version, at: clock, left: countdown.to - clock },
          answer: async (edited) => {
            pending.splice(pending.indexOf(edit), 1);
            resolve(edited);
            await settle();
          },
        };
        pending.push(edit);
        sent.push(edit);
      }),
    now: () => clock,
    every: (ms, task) => {
      tickMs = ms;
      ticking = task;
      return () => {
        ticking = null;
      };
    },
    log,
  });
  return {
    ...{ countdowns, pending, sent },
    isTicking: () => ticking !== null,
    now: () => clock,
    show: (chat: number, version: number, leftMs: number | null) =>
      countdowns.replace(chat, async () =>
        leftMs === null ? null : { version, countdown: { to: clock + leftMs } },
      ),
    /** Time in which nothing runs. */
    leap(ms: number): void {
      clock += ms;
    },
    async pass(ms: number): Promise<void> {
      for (const end = clock + ms; clock < end; ) {
        clock += tickMs;
        ticking?.();
        await settle();
      }
    },
    async answerAll(edited: Edited): Promise<void> {
      for (const each of [...pending]) await each.answer(edited);
    },
  };
}

describe('countdowns', () => {
  it('edit the latest message to its end and then rest', async () => {
    const { show, pass, answerAll, sent, isTicking } = open();
    await show(1, 1, 32_000);
    for (let i = 0; i < 20; i += 1) {
      await pass(2000);
      await answerAll('done');
    }
    expect(sent.map(({ left }) => left / 1000)).toEqual([20, 10, 0]);
    expect(isTicking()).toBe(false);
  });

  it('are ended by a later message without one', async () => {
    const { show, pass, sent } = open();
    await show(1, 1, 60_000);
    await show(1, 2, null);
    await pass(120_000);
    expect(sent).toEqual([]);
  });

  it('let a newer message wait for the edit under way, and no longer', async () => {
    const { show, pass, pending, sent } = open();
    await show(1, 1, 20_000);
    await pass(10_000);
    let isShown = false;
    const showing = show(1, 2, 20_000).then(() => {
      isShown = true;
    });
    await settle();
    expect(isShown).toBe(false);
    await pending[0]!.answer('failed');
    await showing;
    await pass(10_000);
    expect(sent.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('keep to eight edits a second, those nearest to their end first, and queue nothing up', async () => {
    const { show, pass, leap, answerAll, sent } = open();
    for (let chat = 1; chat <= 100; chat += 1) await show(chat, chat, 64_900 - chat * 40);
    leap(16_000);
    for (let i = 0; i < 8; i += 1) {
      await pass(250);
      await answerAll('done');
    }
    expect(sent).toHaveLength(16);
    expect(sent.map(({ chat }) => chat).toSorted((a, b) => b - a)).toEqual(sent.map(({ chat }) => chat));
    for (let i = 0; i < 400; i += 1) {
      await pass(250);
      await answerAll('done');
    }
    expect(sent.length).toBeLessThanOrEqual(100 * 8);
    for (let chat = 1; chat <= 100; chat += 1) {
      expect(sent.filter((each) => each.chat === chat && each.left <= 0)).toHaveLength(1);
    }
  });

  it('pause all when Telegram has had too many, and drop what cannot be edited', async () => {
    const { show, pass, pending, sent, answerAll } = open();
    await show(1, 1, 20_000);
    await show(2, 2, 40_000);
    await pass(10_000);
    await pending.find(({ chat }) => chat === 2)!.answer('gone');
    await pending.find(({ chat }) => chat === 1)!.answer({ limitedMs: 30_000 });
    await pass(29_000);
    expect(sent).toHaveLength(2);
    await pass(60_000);
    await answerAll('done');
    expect(sent.slice(2)).toMatchObject([{ chat: 1, left: expect.closeTo(-20_000, -3) }]);
  });

  it('do not try the last edit for ever', async () => {
    const { show, pass, answerAll, sent, isTicking } = open();
    await show(1, 1, 5000);
    for (let i = 0; i < 60; i += 1) {
      await pass(5000);
      await answerAll('failed');
    }
    expect(sent.length).toBeLessThan(20);
    expect(isTicking()).toBe(false);
  });

  it('go on for those nearest to their end where there are too many to remember', async () => {
    const { show, pass, sent } = open();
    await show(0, 0, 30_000);
    for (let chat = 1; chat <= 21_000; chat += 1) await show(chat, chat, 5_100_000 + chat);
    await pass(10_000);
    expect(sent.map(({ chat }) => chat)).toEqual([0]);
  });

  it('stop with the bot, once the edits under way are through', async () => {
    const { countdowns, show, pass, answerAll, pending, isTicking } = open();
    await show(1, 1, 20_000);
    await pass(10_000);
    let isStopped = false;
    const stopped = countdowns.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect([isStopped, isTicking(), pending.length]).toEqual([false, false, 1]);
    await answerAll('done');
    await stopped;
    await show(1, 2, 20_000);
    expect(isTicking()).toBe(false);
  });

  it('never put an older text over a newer, whatever comes in whatever order', async () => {
    const chat = fc.integer({ min: 1, max: 4 });
    const edited = fc.constantFrom<Edited>('done', 'done', 'gone', 'failed', { limitedMs: 3000 });
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('show' as const),
        chat,
        leftMs: fc.option(fc.integer({ min: -1000, max: 90_000 })),
        fails: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('pass' as const), ticks: fc.integer({ min: 1, max: 80 }) }),
      fc.record({ kind: fc.constant('answer' as const), at: fc.nat(3), edited }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { countdowns, pass, pending, sent, now, isTicking } = open();
        const latest = new Map<number, number>();
        /** Turns of a chat come one after another. */
        const turns = new Map<number, Promise<void>>();
        let version = 0;
        let quietUntil = 0;
        const answer = async (edit: Pending, how: Edited): Promise<void> => {
          expect(latest.get(edit.chat)).toBe(edit.version);
          await edit.answer(how);
          if (typeof how === 'object') quietUntil = Math.max(quietUntil, now() + how.limitedMs);
        };
        for (const each of steps) {
          const before = sent.length;
          if (each.kind === 'show') {
            version += 1;
            const mine = version;
            const turn = (turns.get(each.chat) ?? Promise.resolve()).then(() =>
              countdowns
                .replace(each.chat, async () => {
                  latest.set(each.chat, mine);
                  if (each.fails) throw new Error('not shown');
                  return each.leftMs === null
                    ? null
                    : { version: mine, countdown: { to: now() + each.leftMs } };
                })
                .catch(() => {}),
            );
            turns.set(each.chat, turn);
            await settle();
          } else if (each.kind === 'pass') await pass(each.ticks * 200);
          else if (pending[each.at]) await answer(pending[each.at]!, each.edited);
          expect(new Set(pending.map((edit) => edit.chat)).size).toBe(pending.length);
          for (const edit of sent.slice(before)) {
            expect(edit.at).toBeGreaterThanOrEqual(quietUntil);
            expect(edit.version).toBe(latest.get(edit.chat));
          }
        }
        for (let i = 0; isTicking() && i < 100; i += 1) {
          while (pending[0]) await answer(pending[0], 'done');
          await pass(5000);
        }
        while (pending[0]) await answer(pending[0], 'done');
        await Promise.all(turns.values());
        const gaps = sent.map(({ chat: id, version: of, at }, i) => {
          const next = sent.slice(i + 1).find((edit) => edit.chat === id && edit.version === of);
          return next ? next.at - at : Number.POSITIVE_INFINITY;
        });
        expect(Math.min(...gaps, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(5000);
      }),
      { numRuns: 300 },
    );
  });
});
