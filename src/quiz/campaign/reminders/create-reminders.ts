import { reasonOf } from '../../../errors.ts';
import type { Log } from '../../../log.ts';
import type { Message } from '../../../message/message.ts';
import { type Campaign, phaseAt } from '../campaign.ts';
import type { CampaignStore } from '../campaign-store.ts';
import type { Campaigns } from '../campaigns.ts';
import { captainsToTell } from '../people/applicants.ts';
import { presentReminder, presentWaiting } from '../present/notice.ts';
import type { Notices } from './notices.ts';
import { dueReminders, withSent } from './reminder.ts';
import type { ReminderRecord } from './reminder-record.ts';

/** Something to be sent, and what the record is to say once it is. */
interface Errand {
  id: string;
  persons: readonly string[];
  message(now: number): Message;
  done(record: ReminderRecord, now: number): ReminderRecord;
}

type Outcome = Awaited<ReturnType<Notices['notifyAny']>> | 'failed';

export interface RemindersDeps {
  campaigns: Campaigns;
  store: CampaignStore;
  notifyAny: Notices['notifyAny'];
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs a task again and again until the returned function is called. */
  every: (ms: number, task: () => void) => () => void;
  /** Resolves after so many milliseconds, or at once when aborted. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /**
   * Telegram allows about 30 messages a second over all chats
   * (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): 12 are for reminders and 8 for
   * countdowns, so 10 are always left for answers.
   */
  perSecond?: number;
}

const checkedEveryMs = 60_000;
/** How long a stop waits for what is on its way. */
const patienceMs = 3000;

/**
 * Sends what is due, checked each minute: reminders, and to captains that people wait. What is due is asked anew for
 * each batch, so that a stop, a mute or a paper handed in tells at once. A batch is recorded after it is sent: a kill
 * in between doubles at most one batch, since a reminder twice is a nuisance and one that never comes may cost an exam.
 * What failed is tried again the next minute; a batch of which everything failed ends the round.
 */
export function createReminders(deps: RemindersDeps) {
  const { campaigns, store, now, log, perSecond = 12 } = deps;
  const stopping = new AbortController();
  let stopTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let endPatience = (): void => {};
  const patienceOver = new Promise<void>((resolve) => {
    endPatience = resolve;
  });

  const errandsOf = async (campaign: Campaign): Promise<Errand[]> => {
    if (phaseAt(campaign, now()) === 'closed') return [];
    const record = await store.reminders(campaign.id);
    if (!mayHaveErrands(campaign, record)) return [];
    const [participants, attempts] = await Promise.all([
      store.participants(campaign.id),
      store.attempts(campaign.id),
    ]);
    const captains = captainsToTell(campaign, participants, record.told, now()).map(
      ({ captain, persons, unit, waiting }): Errand => ({
        id: `captain ${captain}`,
        persons,
        message: () => presentWaiting(campaign, unit, waiting),
        done: (before, at) => ({ ...before, told: { ...before.told, [captain]: at } }),
      }),
    );
    const reminders = dueReminders(campaign, participants, attempts, record, now()).map(
      (due): Errand => ({
        id: `${due.key} ${due.whom}`,
        persons: due.persons,
        message: (at) => presentReminder(campaign, due.kind, at),
        done: (before) => withSent(before, [due]),
      }),
    );
    return [...captains, ...reminders];
  };

  /** Sends a batch side by side and records what became of it. */
  const send = async (campaign: Campaign, batch: readonly Errand[]): Promise<Outcome[]> => {
    const at = now();
    const outcomes = new Map<Errand, Outcome>();
    const all = Promise.all(
      batch.map(async (errand) => {
        try {
          outcomes.set(errand, await deps.notifyAny(errand.persons, errand.message(at)));
        } catch (error) {
          outcomes.set(errand, 'failed');
          log.warn({ campaign: campaign.id, reason: reasonOf(error) }, 'a reminder was not sent');
        }
      }),
    );
    await Promise.race([all, patienceOver]);
    const done = batch.filter((errand) => (outcomes.get(errand) ?? 'failed') !== 'failed');
    if (done.length > 0)
      await store.changeReminders(campaign.id, (record) =>
        done.reduce((before, errand) => errand.done(before, at), record),
      );
    return [...outcomes.values()];
  };

  const round = async (campaign: Campaign): Promise<void> => {
    const tried = new Set<string>();
    const counts: Partial<Record<Outcome, number>> = {};
    while (!stopping.signal.aborted) {
      const batch = (await errandsOf(campaign)).filter(({ id }) => !tried.has(id)).slice(0, perSecond);
      if (batch.length === 0) break;
      for (const { id } of batch) tried.add(id);
      const outcomes = await send(campaign, batch);
      for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (outcomes.every((outcome) => outcome === 'failed')) break;
      await deps.pause(1000, stopping.signal);
    }
    if (tried.size > 0) log.info({ campaign: campaign.id, ...counts }, 'reminders');
  };

  const rounds = async (): Promise<void> => {
    for (const campaign of campaigns.values())
      await round(campaign).catch((error: unknown) =>
        log.error({ campaign: campaign.id, reason: reasonOf(error) }, 'reminders failed'),
      );
  };

  /** One round over all campaigns; the one under way where there is one. Never throws. */
  const check = (): Promise<void> => {
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    check,
    start(): void {
      void check();
      stopTimer = deps.every(checkedEveryMs, () => void check());
    },
    /** Sends no more, and records what has been sent. */
    async stop(): Promise<void> {
      stopTimer?.();
      stopping.abort();
      const settled = new AbortController();
      void deps.pause(patienceMs, settled.signal).then(endPatience);
      await running;
      settled.abort();
    },
  };
}

const mayHaveErrands = ({ audience, reminders }: Campaign, { asked, waiting }: ReminderRecord): boolean =>
  audience.kind === 'captains' || reminders.length > 0 || asked.length > 0 || waiting.length > 0;
