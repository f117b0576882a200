import { setTimeout as pause } from 'node:timers/promises';
import { Api, Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle, Message } from '../../message/message.ts';
import { connect } from './connect.ts';
import { createCountdowns } from './countdown.ts';
import { createCountdownEdit } from './countdown-edit.ts';
import { createNotify, type Notified } from './notify.ts';
import { createPolling } from './polling.ts';
import { createRecent } from './recent.ts';
import { reconnecting } from './reconnecting.ts';
import { createScreen } from './screen.ts';
import type { TelegramSettings } from './settings.ts';
import { type Every, everyInterval } from './typing.ts';
import { listen } from './updates.ts';
import { waitingOut } from './waiting-out.ts';
import { createWebhook } from './webhook.ts';

const rememberedUpdates = 10_000;
/** Longer than a long poll of 30 seconds. */
const requestTimeoutSeconds = 50;
/** A press waits for the edit under way. */
const countdownTimeoutSeconds = 5;

export interface Telegram {
  /** Resolves when connected, or when Telegram cannot be reached yet and is tried again. @throws BadInput */
  start(): Promise<void>;
  /** Takes no more updates and finishes the turns under way. */
  stop(): Promise<void>;
  /** Sends a message unasked to a person. @throws Outage */
  notify(person: string, message: Message): Promise<Notified>;
  /** In webhook mode: to be mounted at POST /telegram/webhook. */
  webhook?: (request: Request) => Promise<Response>;
}

export function createTelegram(deps: {
  handle: Handle;
  log: Log;
  settings: TelegramSettings;
  adminIds: readonly string[];
  /** Between tries to reach Telegram, in milliseconds. */
  retryMs?: number;
  every?: Every;
  /** Before a message is sent again that found no connection, or met a limit. */
  pauseBeforeRetry?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now?: () => number;
}): Telegram {
  const { log, settings, adminIds, retryMs = 2000, every = everyInterval, now = Date.now } = deps;
  const client = (timeoutSeconds: number) => ({
    timeoutSeconds,
    ...(settings.apiRoot && { apiRoot: settings.apiRoot.replace(/\/+$/, '') }),
  });
  const bot = new Bot(settings.token, { client: client(requestTimeoutSeconds) });
  const { api } = bot;
  const stopping = new AbortController();
  const pauseBeforeRetry = deps.pauseBeforeRetry ?? ((ms, signal) => pause(ms, undefined, { signal }));
  const patience = { pause: pauseBeforeRetry, stopping: stopping.signal, log };
  api.config.use(reconnecting(patience), waitingOut(patience));
  /** Its limits are not waited out. */
  const impatient = new Api(settings.token, client(countdownTimeoutSeconds));
  const edit = createCountdownEdit({ api: impatient, now, log });
  const countdowns = createCountdowns({ edit, now, every, log });
  const screen = createScreen({ api, countdowns, now });
  listen(bot, adminIds, { api, screen, handle: deps.handle, log, every });

  const recent = createRecent(rememberedUpdates);
  const underWay = new Set<Promise<void>>();
  const accept = (update: Update): Promise<void> => {
    if (!recent.isNew(update.update_id)) return Promise.resolve();
    const work = bot
      .handleUpdate(update)
      .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'update failed'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  };

  const polling = createPolling({ api, accept, retryMs, log });
  let ready = false;
  let connecting: Promise<void> | undefined;
  const tryOnce = async (): Promise<boolean> => {
    if (!(await connect(bot, settings, adminIds, log)) || stopping.signal.aborted) return false;
    ready = true;
    if (settings.mode === 'polling') polling.start();
    return true;
  };
  const keepTrying = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted || (await tryOnce())) return;
    }
  };

  return {
    async start() {
      if (await tryOnce()) return;
      connecting = keepTrying().catch((error: unknown) =>
        log.error({ reason: reasonOf(error) }, 'Telegram given up'),
      );
    },
    async stop() {
      stopping.abort();
      ready = false;
      await connecting;
      await polling.stop();
      await Promise.all(underWay);
      await countdowns.stop();
    },
    notify: createNotify({ api, now }),
    ...(settings.mode === 'webhook' && { webhook: createWebhook(settings.secret, () => ready, accept) }),
  };
}
