import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { shortHash } from '../../knowledge/passage.ts';
import type { Person } from '../../message/message.ts';

const cookie = 'mb';
const days400 = 400 * 24 * 60 * 60;

const personOf = (token: string): Person => ({ id: `web:${shortHash(token, 32)}`, admin: false });

/** The person whose cookie a request carries; null without one, which is also how a link from elsewhere arrives. */
export function knownPerson(c: Context): Person | null {
  const token = getCookie(c, cookie);
  return token !== undefined && /^[0-9a-f]{32}$/.test(token) ? personOf(token) : null;
}

/** Somebody without a past, for pages that are only looked at. */
export const visitor = (randomToken: () => string): Person => personOf(randomToken());

/**
 * The person of a request, never an admin: the server keeps a hash of a random 128-bit cookie. The cookie is given
 * with the first question, not with the first look: arriving by a link from elsewhere hides a SameSite=Strict
 * cookie, and a new one would lose the person's results.
 */
export function identify(
  c: Context,
  options: { secure: boolean; randomToken: () => string; address: string; deviceKey: Uint8Array },
): Person {
  const token = knownPerson(c) ? getCookie(c, cookie)! : options.randomToken();
  setCookie(c, cookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: options.secure,
    path: '/',
    maxAge: days400,
  });
  const agent = c.req.header('user-agent') ?? '';
  return { ...personOf(token), device: deviceOf(options.deviceKey, options.address, agent) };
}

/** Tells browsers at addresses apart, and nothing else to whoever lacks the key. */
const deviceOf = (key: Uint8Array, address: string, agent: string): string =>
  createHmac('sha256', key).update(`${address}\n${agent}`).digest('hex').slice(0, 16);
