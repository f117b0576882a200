import type { Log } from '../../log.ts';
import type { Every } from './typing.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** While up to `within` is left, the shown time changes at whole multiples of `step`. */
const steps = [
  { within: minute, step: 10 * second },
  { within: 5 * minute, step: 30 * second },
  { within: hour, step: minute },
  { within: day, step: 10 * minute },
  { within: Number.POSITIVE_INFINITY, step: day },
];
const shortestGapMs = 5 * second;

/**
 * How long the shown time may stand before it changes, at least five seconds; null when no time is left.
 * @param leftMs of the time that is counted down
 */
export function nextEdit(leftMs: number): number | null {
  if (!(leftMs > 0)) return null;
  const latest = Math.max(0, leftMs - shortestGapMs);
  const { step } = steps.find(({ within }) => latest <= within)!;
  return Math.max(shortestGapMs, leftMs - Math.floor(latest / step) * step);
}

/** What became of an edit. `gone`: the message cannot be edited any more. `limited`: Telegram wants a pause of all. */
export type Edited = 'done' | 'gone' | 'failed' | { limitedMs: number };

/**
 * Telegram allows a bot about 30 messages a second over all chats (core.telegram.org/bots/faq, "My bot is hitting
 * limits"): 8 are for countdowns and 12 for reminders (create-reminders.ts), so 10 are always left for answers.
 */
const editsInTick = 2;
const tickMs = 250;
/** Edits that Telegram is slow to answer. */
const mostUnderWay = 30;
/** Far more than the limits allow to keep fresh; a message over it keeps the moment that it names. */
const mostRunning = 20_000;
/** How long the last edit is tried again. */
const graceMs = minute;

interface Running<Shown> {
  shown: Shown;
  /** Milliseconds since 1970, as `dueAt`. */
  to: number;
  dueAt: number;
  edit: Promise<void> | null;
}

/**
 * Keeps the latest message of each private chat counting down, one edit a chat at a time, 8 a second over all. Where
 * more are due those nearest to their end go first; the others come late, with the time that is left then. A 429 pauses
 * all. The last edit says that time is over.
 */
export function createCountdowns<Shown extends { countdown: { to: number } }>(deps: {
  /** Sets the time that is left. Never throws. */
  edit: (chat: number, shown: Shown) => Promise<Edited>;
  /** Milliseconds since 1970. */
  now: () => number;
  every: Every;
  log: Log;
}) {
  const { now, log } = deps;
  const running = new Map<number, Running<Shown>>();
  const underWay = new Set<Promise<void>>();
  let pausedUntil = 0;
  let stopTicking: (() => void) | null = null;
  let stopped = false;

  function tick(): void {
    if (running.size === 0) rest();
    const at = now();
    if (at < pausedUntil) return;
    const due: [number, Running<Shown>][] = [];
    for (const entry of running) if (entry[1].dueAt <= at && !entry[1].edit) due.push(entry);
    due.sort(([, a], [, b]) => a.to - b.to);
    const room = Math.min(editsInTick, mostUnderWay - underWay.size);
    for (const [chat, each] of due.slice(0, room)) {
      const edit = refresh(chat, each).finally(() => underWay.delete(edit));
      each.edit = edit;
      underWay.add(edit);
    }
  }

  async function refresh(chat: number, each: Running<Shown>): Promise<void> {
    const wasOver = each.to <= now();
    const edited = await deps.edit(chat, each.shown);
    each.edit = null;
    if (running.get(chat) === each) goOn(chat, each, edited, wasOver);
    if (typeof edited === 'object') {
      pausedUntil = Math.max(pausedUntil, now() + edited.limitedMs);
      log.warn({ ms: edited.limitedMs }, 'countdowns paused: Telegram has had too many requests');
    }
    log.debug({ edited }, 'countdown edited');
  }

  function goOn(chat: number, each: Running<Shown>, edited: Edited, wasOver: boolean): void {
    const isLast = wasOver && (edited === 'done' || now() - each.to > graceMs);
    if (edited === 'gone' || isLast) running.delete(chat);
    else if (typeof edited === 'object') each.dueAt = now() + shortestGapMs;
    else each.dueAt = now() + (nextEdit(each.to - now()) ?? shortestGapMs);
  }

  function begin(chat: number, shown: Shown): void {
    const { to } = shown.countdown;
    const next = nextEdit(to - now());
    if (next === null || stopped) return;
    running.set(chat, { shown, to, dueAt: now() + next, edit: null });
    if (running.size > mostRunning) dropFarthest();
    stopTicking ??= deps.every(tickMs, tick);
  }

  function dropFarthest(): void {
    const idle = [...running].filter(([, { edit }]) => !edit).sort(([, a], [, b]) => b.to - a.to);
    for (const [chat] of idle.slice(0, mostRunning / 10)) running.delete(chat);
  }

  function rest(): void {
    stopTicking?.();
    stopTicking = null;
  }

  return {
    /**
     * Shows a message in a private chat: ends what counts down there, waits for its edit under way, so that no older
     * text comes over the newer one, shows, and counts on with what was shown. Where `show` throws nothing counts on,
     * since the message may have been shown all the same. Calls for one chat must come one after another.
     */
    async replace(chat: number, show: () => Promise<Shown | null>): Promise<void> {
      const before = running.get(chat);
      running.delete(chat);
      await before?.edit;
      const shown = await show();
      if (shown) begin(chat, shown);
    },
    /** Ends all, and waits for the edits under way. */
    async stop(): Promise<void> {
      stopped = true;
      rest();
      running.clear();
      await Promise.all(underWay);
    },
  };
}

export type Countdowns<Shown extends { countdown: { to: number } }> = ReturnType<
  typeof createCountdowns<Shown>
>;
