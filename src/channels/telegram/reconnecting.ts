import { HttpError, type Transformer } from 'grammy';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';

/** Between tries, in milliseconds. */
const pausesMs = [500, 1000, 2000, 4000];

/** What a person waits for. The others are worth nothing late, or have tries of their own. */
const methods = new Set(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText']);

/** No connection was made, so Telegram has seen nothing. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);
/** The connection broke: mostly one kept open that the other side had closed, but Telegram may have heard it. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/**
 * Tries again, with growing pauses, what could not be sent for want of a connection: up to four times where none was
 * made, once where one broke. So a message comes twice only where a connection breaks after Telegram has heard it and
 * before it has said so, and then just twice. A request that got no reply in time, or a garbled one, is not tried again, as
 * Telegram has probably acted on it. When `stopping` is aborted no more tries are made.
 * @param pause rejects when its signal is aborted
 */
export function reconnecting(deps: {
  pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
  stopping: AbortSignal;
  log: Log;
}): Transformer {
  return async (previous, method, payload, signal) => {
    let breaks = 0;
    for (const ms of pausesMs) {
      try {
        return await previous(method, payload, signal);
      } catch (error) {
        const code = codeOf(error);
        if (broken.has(code)) breaks += 1;
        const again = unconnected.has(code) || (broken.has(code) && breaks === 1);
        if (!methods.has(method) || !again || deps.stopping.aborted) throw error;
        deps.log.debug({ method, code, reason: reasonOf(error) }, 'not sent, trying again');
        await deps.pause(ms, deps.stopping).catch(() => Promise.reject(error));
      }
    }
    return previous(method, payload, signal);
  };
}

function codeOf(error: unknown): string {
  const cause = error instanceof HttpError ? error.error : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
