import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import type { Person } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { createAdmission } from './admission.ts';
import { clientAddress } from './client-address.ts';
import { giveCookie, identify } from './identity.ts';
import { readTurnBody, type TurnBody } from './incoming.ts';
import { webPhrases } from './phrases.ts';
import type { Refuse } from './refusal.ts';
import { isSameOrigin } from './same-origin.ts';

const mostBytes = 8 * 1024;

export interface GateOptions {
  trustProxy: boolean;
  /** Of the hash that tells devices apart. */
  deviceKey: Uint8Array;
  /** Milliseconds. */
  now: () => number;
  /** 32 hexadecimal digits. */
  randomToken: () => string;
  refuse: Refuse;
}

export type Gated = { Variables: { person: Person; turn: TurnBody } };

/** What a request passes before it comes to the conversation. */
export interface Gate {
  /** Every turn: from our own page, small, well formed, not too fast. Tells the route who says what. */
  turn: MiddlewareHandler<Gated>;
  /** A page that asks the conversation when it is looked at: not too fast. */
  look: MiddlewareHandler;
}

export function createGate({ trustProxy, deviceKey, now, randomToken, refuse }: GateOptions): Gate {
  const admission = createAdmission();
  const addressOf = (c: Context): string =>
    clientAddress(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), trustProxy);
  const tooFast = (c: Context, waitMs: number, sentence: string = webPhrases.crowded): Promise<Response> => {
    c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return refuse(c, 429, sentence);
  };
  const turn: MiddlewareHandler<Gated> = async (c, next) => {
    const read = await readBody(c);
    if (read === 'wrong-type') return refuse(c, 415, webPhrases.badRequest);
    if (!read) return refuse(c, 400, webPhrases.badRequest);
    const address = addressOf(c);
    const { person, known, token } = identify(c, { deviceKey, randomToken, address });
    const comer = { address, person: person.id, known, asks: asks(read) };
    const wait = admission.turn(comer, now());
    if (wait > 0) return tooFast(c, wait, comer.asks ? phrases.tooFast : webPhrases.crowded);
    giveCookie(c, token, { deviceKey, secure: trustProxy && c.req.header('x-forwarded-proto') === 'https' });
    c.set('person', person);
    c.set('turn', read);
    return next();
  };
  return {
    turn: every(
      async (c, next) =>
        isSameOrigin((name) => c.req.header(name)) ? next() : refuse(c, 403, webPhrases.elsewhere),
      bodyLimit({ maxSize: mostBytes, onError: (c) => refuse(c, 413, webPhrases.tooLarge) }),
      turn,
    ),
    async look(c, next) {
      const wait = admission.look(addressOf(c), now());
      return wait > 0 ? tooFast(c, wait) : next();
    },
  };
}

/** JSON from the page's script, a form from the page without. */
async function readBody(c: Context): Promise<TurnBody | null | 'wrong-type'> {
  if (!c.req.path.startsWith('/api/')) return readTurnBody(await c.req.parseBody().catch(() => null));
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return 'wrong-type';
  return readTurnBody(await c.req.json().catch(() => null));
}

/** Commands cost little, but for the one that asks. */
const asks = (turn: TurnBody): boolean => 'text' in turn && !/^\s*\/(?!ask\b)/i.test(turn.text);
