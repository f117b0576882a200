import { setTimeout as pause } from 'node:timers/promises';
import { type RunnerHandle, run } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isUnknownToken } from './api-errors.ts';
import { listenedUpdates } from './updates.ts';

/** Long polling by the runner, begun anew when it breaks: 409 while another process polls with the same token. */
export function createPolling(deps: {
  api: Api;
  accept: (update: Update) => Promise<void>;
  retryMs: number;
  log: Log;
}) {
  const { api, log, retryMs } = deps;
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  let runner: RunnerHandle | undefined;
  let polling: Promise<void> | undefined;
  let down = false;
  let last: number | undefined;

  const getUpdates: Parameters<typeof run<Update, unknown>>[0]['api']['getUpdates'] = async (
    args,
    signal,
  ) => {
    try {
      const updates = await api.getUpdates(args, signal);
      if (down) log.info('polling again');
      down = false;
      return updates;
    } catch (error) {
      if (!down && !stopped()) log.warn({ reason: reasonOf(error) }, 'polling failed, trying again');
      down = true;
      throw error;
    }
  };

  async function poll(): Promise<void> {
    while (!stopped()) {
      runner = run<Update, unknown>(
        {
          api: { getUpdates },
          handleUpdate: async (update) => {
            last = update.update_id;
            await deps.accept(update);
          },
          errorHandler: (error) => log.error({ reason: reasonOf(error) }, 'update failed'),
        },
        { runner: { fetch: { allowed_updates: listenedUpdates }, retryInterval: retryMs, silent: true } },
      );
      try {
        await runner.task();
      } catch (error) {
        if (isUnknownToken(error)) {
          log.error({ reason: reasonOf(error) }, 'polling ended: Telegram does not know the token any more');
          return;
        }
      }
      await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    start(): void {
      polling = poll();
    },
    /** Fetches no more, and tells Telegram what has been fetched, so that it is not sent again. */
    async stop(): Promise<void> {
      stopping.abort();
      await runner?.stop();
      await polling;
      if (last === undefined) return;
      await api.getUpdates({ offset: last + 1, limit: 1, timeout: 0 }).catch((error: unknown) => {
        log.debug({ reason: reasonOf(error) }, 'last update not confirmed');
      });
    },
  };
}
