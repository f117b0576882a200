import { setTimeout as pause } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, type Transformer } from 'grammy';
import type { Update } from 'grammy/types';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle } from '../../message/message.ts';
import { connect } from './connect.ts';
import { createPolling } from './polling.ts';
import { createRecent } from './recent.ts';
import type { TelegramSettings } from './settings.ts';
import { type Every, everyInterval } from './typing.ts';
import { listen } from './updates.ts';
import { createWebhook } from './webhook.ts';

const rememberedUpdates = 10_000;
/** Longer than a long poll of 30 seconds. */
const requestTimeoutSeconds = 50;

export interface Telegram {
  /** Resolves when connected, or when Telegram cannot be reached yet and is tried again. @throws BadInput */
  start(): Promise<void>;
  /** Takes no more updates and finishes the turns under way. */
  stop(): Promise<void>;
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
}): Telegram {
  const { log, settings, adminIds, retryMs = 2000 } = deps;
  const bot = new Bot(settings.token, {
    client: {
      timeoutSeconds: requestTimeoutSeconds,
      ...(settings.apiRoot && { apiRoot: settings.apiRoot.replace(/\/+$/, '') }),
    },
  });
  bot.api.config.use(retrying());
  listen(bot, adminIds, { api: bot.api, handle: deps.handle, log, every: deps.every ?? everyInterval });

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

  const polling = createPolling({ api: bot.api, accept, retryMs, log });
  const stopping = new AbortController();
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
    },
    ...(settings.mode === 'webhook' && { webhook: createWebhook(settings.secret, () => ready, accept) }),
  };
}

/** 429 is waited out. Polling has its own retries, and a chat action that comes late is worth nothing. */
function retrying(): Transformer {
  const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60, rethrowHttpErrors: true });
  return (previous, method, payload, signal) =>
    method === 'getUpdates' || method === 'sendChatAction'
      ? previous(method, payload, signal)
      : retry(previous, method, payload, signal);
}
