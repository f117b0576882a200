import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import type { Person } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { clientAddress } from './client-address.ts';
import { identify } from './identity.ts';
import { webPhrases } from './phrases.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Refuse } from './refusal.ts';
import { isSameOrigin } from './same-origin.ts';

/** A brisk quiz takes a press a second; many people share an address behind a carrier or in an office. */
const limits = { person: { burst: 20, perSecond: 1 }, address: { burst: 60, perSecond: 5 } };
const mostBytes = 8 * 1024;

export interface GateOptions {
  trustProxy: boolean;
  /** Milliseconds. */
  now: () => number;
  /** 32 hexadecimal digits. */
  randomToken: () => string;
  refuse: Refuse;
}

export type Gated = { Variables: { person: Person } };

/** What every POST passes: own page, small body, not too fast. Tells the route who asks. */
export function createGate({ trustProxy, now, randomToken, refuse }: GateOptions): MiddlewareHandler<Gated> {
  const ofAddress = createRateLimit(limits.address);
  const ofPerson = createRateLimit(limits.person);
  const tooFast = (c: Context, waitMs: number): Promise<Response> => {
    c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return refuse(c, 429, phrases.tooFast);
  };
  return every(
    async (c, next) => {
      if (!isSameOrigin((name) => c.req.header(name))) return refuse(c, 403, webPhrases.elsewhere);
      const socket = getConnInfo(c).remote.address;
      const wait = ofAddress(clientAddress(socket, c.req.header('x-forwarded-for'), trustProxy), now());
      return wait > 0 ? tooFast(c, wait) : next();
    },
    bodyLimit({ maxSize: mostBytes, onError: (c) => refuse(c, 413, webPhrases.tooLarge) }),
    async (c, next) => {
      const secure = trustProxy && c.req.header('x-forwarded-proto') === 'https';
      const person = identify(c, { secure, randomToken });
      const wait = ofPerson(person.id, now());
      if (wait > 0) return tooFast(c, wait);
      c.set('person', person);
      return next();
    },
  );
}
