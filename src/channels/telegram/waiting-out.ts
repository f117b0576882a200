import type { Transformer } from 'grammy';
import type { Log } from '../../log.ts';

/** Between tries where Telegram does not say how long, in milliseconds: its own errors (5xx). */
const pausesMs = [3000, 6000, 12_000];
const longestMs = 60_000;

/** They have tries of their own, or are worth nothing late. */
const neverAgain = new Set(['getUpdates', 'sendChatAction']);

/**
 * Waits out limits (429) of up to a minute and Telegram's own errors (5xx), three times at most. Once `stopping` is
 * aborted nothing is waited for or sent again, so that what was not sent before a stop is not sent after it.
 * @param pause rejects when its signal is aborted
 */
export function waitingOut(deps: {
  pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
  stopping: AbortSignal;
  log: Log;
}): Transformer {
  return async (previous, method, payload, signal) => {
    let response = await previous(method, payload, signal);
    for (const own of neverAgain.has(method) ? [] : pausesMs) {
      if (response.ok) break;
      const { error_code, parameters } = response;
      const ms = error_code === 429 ? (parameters?.retry_after ?? 1) * 1000 : own;
      if ((error_code !== 429 && error_code < 500) || ms > longestMs) break;
      deps.log.debug({ method, code: error_code, ms }, 'not sent, waiting');
      const ended = await deps.pause(ms, deps.stopping).then(
        () => deps.stopping.aborted,
        () => true,
      );
      if (ended) break;
      response = await previous(method, payload, signal);
    }
    return response;
  };
}
