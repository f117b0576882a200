import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { reconnecting } from '../../../src/channels/telegram/reconnecting.ts';
import { silentLog as log } from '../../fakes/log.ts';
import { echo, openBot, says } from './driver.ts';

const lost = (code: string) =>
  new HttpError('Network request failed', Object.assign(new Error(code), { code }));

type Method = 'sendMessage' | 'editMessageText' | 'getUpdates' | 'answerCallbackQuery';

/** Sends once through a network that fails with these codes first. */
async function send(codes: string[], method: Method = 'sendMessage', stopping = new AbortController()) {
  const left = [...codes];
  const pauses: number[] = [];
  let tries = 0;
  const transformer = reconnecting({
    async pause(ms, signal) {
      pauses.push(ms);
      signal.throwIfAborted();
    },
    stopping: stopping.signal,
    log,
  });
  const call = async () => {
    tries += 1;
    const code = left.shift();
    if (code !== undefined) throw lost(code);
    return { ok: true as const, result: true };
  };
  const sent = await transformer(call as never, method, {} as never).then(
    () => true,
    (error: unknown) => (error instanceof HttpError ? false : Promise.reject(error)),
  );
  return { sent, tries, pauses };
}

describe('what finds no connection', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('is sent after %s, in growing pauses', async (code) => {
    const { sent, pauses } = await send([code, code, code, code]);
    expect(sent).toBe(true);
    expect(pauses).toHaveLength(4);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it('is given up in the end', async () => {
    expect(await send(Array(50).fill('ECONNREFUSED'))).toMatchObject({ sent: false, tries: 5 });
  });

  it('may have been heard where the connection broke, and is sent once more only', async () => {
    expect(await send(['ECONNRESET'])).toMatchObject({ sent: true, tries: 2 });
    expect(await send(['ECONNRESET', 'ECONNRESET'])).toMatchObject({ sent: false, tries: 2 });
    expect(await send(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'])).toMatchObject({ sent: true, tries: 4 });
  });

  it('is not sent again where Telegram has probably acted on it', async () => {
    expect(await send([''])).toMatchObject({ sent: false, tries: 1 });
  });

  it('is tried again for what a person waits for only', async () => {
    expect(await send(['ECONNREFUSED'], 'editMessageText')).toMatchObject({ sent: true });
    expect(await send(['ECONNREFUSED'], 'getUpdates')).toMatchObject({ sent: false, tries: 1 });
    expect(await send(['ECONNREFUSED'], 'answerCallbackQuery')).toMatchObject({ sent: false, tries: 1 });
  });

  it('holds up no stop', async () => {
    const stopping = new AbortController();
    stopping.abort();
    expect(await send(['ECONNREFUSED'], 'sendMessage', stopping)).toMatchObject({ sent: false, tries: 1 });
  });

  it('reaches the person through a real broken connection', async () => {
    const { api } = await openBot(echo().handle);
    api.fail('sendMessage', 'hang up');
    api.deliver(says(api, 1, '甲'));
    expect(await api.wait('sendMessage')).toMatchObject([{ text: '听到：甲' }]);
    expect(api.refused()).toHaveLength(1);
  });
});
