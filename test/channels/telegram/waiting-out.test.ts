import { expect, it } from 'vitest';
import { waitingOut } from '../../../src/channels/telegram/waiting-out.ts';
import { silentLog as log } from '../../fakes/log.ts';

interface Refusal {
  error_code: number;
  retry_after?: number;
}

/** Sends once to a Telegram that refuses first; the bot is stopped during the pause of this number, from 1. */
async function send(refusals: Refusal[], { method = 'sendMessage', stopIn = 0 } = {}) {
  const left = [...refusals];
  const pauses: number[] = [];
  const stopping = new AbortController();
  let tries = 0;
  const transformer = waitingOut({
    async pause(ms) {
      pauses.push(ms);
      if (pauses.length === stopIn) stopping.abort();
    },
    stopping: stopping.signal,
    log,
  });
  const call = async () => {
    tries += 1;
    const refusal = left.shift();
    if (!refusal) return { ok: true, result: true };
    const { retry_after, ...rest } = refusal;
    return { ok: false, description: 'no', ...rest, ...(retry_after && { parameters: { retry_after } }) };
  };
  const { ok } = await transformer(call as never, method as 'sendMessage', {} as never);
  return { ok, tries, pauses };
}
const limit = { error_code: 429, retry_after: 7 };

it('waits as long as Telegram says, and longer each time where Telegram itself is at fault, three times', async () => {
  expect(await send([limit])).toEqual({ ok: true, tries: 2, pauses: [7000] });
  const { ok, pauses } = await send([{ error_code: 502 }, { error_code: 500 }, limit]);
  expect([ok, pauses.length, pauses[0]! < pauses[1]!, pauses[2]]).toEqual([true, 3, true, 7000]);
  expect(await send(Array(50).fill(limit))).toMatchObject({ ok: false, tries: 4 });
});

it('waits for nothing else: a limit of over a minute, a refusal, what is worth nothing late', async () => {
  const once = { ok: false, tries: 1, pauses: [] };
  expect(await send([{ error_code: 429, retry_after: 61 }])).toEqual(once);
  for (const error_code of [400, 403, 409]) expect(await send([{ error_code }])).toEqual(once);
  for (const method of ['getUpdates', 'sendChatAction'])
    expect(await send([limit], { method })).toEqual(once);
});

it('sends nothing once the bot stops', async () => {
  expect(await send([limit, limit, limit], { stopIn: 2 })).toMatchObject({ ok: false, tries: 2 });
});
