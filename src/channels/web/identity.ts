import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { shortHash } from '../../knowledge/passage.ts';
import type { Person } from '../../message/message.ts';

const cookie = 'mb';
const days400 = 400 * 24 * 60 * 60;

const personOf = (token: string): Person => ({ id: `web:${shortHash(token, 32)}`, admin: false });

/** A random 128-bit token, and the server's mark that it gave it out. */
interface Pass {
  token: string;
  mark: string | undefined;
}

function passOf(c: Context): Pass | null {
  const [token, mark] = (getCookie(c, cookie) ?? '').split('.');
  return token !== undefined && /^[0-9a-f]{32}$/.test(token) ? { token, mark } : null;
}

/** The person whose cookie a request carries; null without one, which is also how a link from elsewhere arrives. */
export function knownPerson(c: Context): Person | null {
  const pass = passOf(c);
  return pass && personOf(pass.token);
}

/** Somebody without a past, for pages that are only looked at. */
export const visitor = (randomToken: () => string): Person => personOf(randomToken());

/** Of the hashes: the key is kept in the data folder, so that they outlive the process. */
interface Keyed {
  deviceKey: Uint8Array;
}

/** The person of a turn, never an admin, and whether this server has given them their cookie before. */
export function identify(
  c: Context,
  { deviceKey, randomToken, address }: Keyed & { randomToken: () => string; address: string },
): { person: Person; known: boolean; token: string } {
  const pass = passOf(c);
  const token = pass?.token ?? randomToken();
  const agent = c.req.header('user-agent') ?? '';
  return {
    token,
    known: pass !== null && isMark(pass.mark, markOf(deviceKey, token)),
    // Tells browsers at addresses apart, and nothing else to whoever lacks the key.
    person: { ...personOf(token), device: keyedHash(deviceKey, `${address}\n${agent}`) },
  };
}

/**
 * The cookie is given with the first turn that is let in, not with the first look: arriving by a link from elsewhere
 * hides a SameSite=Strict cookie, and a new one would lose the person's results.
 */
export function giveCookie(
  c: Context,
  token: string,
  { deviceKey, secure }: Keyed & { secure: boolean },
): void {
  setCookie(c, cookie, `${token}.${markOf(deviceKey, token)}`, {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/',
    maxAge: days400,
  });
}

const keyedHash = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, 16);

const markOf = (key: Uint8Array, token: string): string => keyedHash(key, `cookie\n${token}`);

const isMark = (given: string | undefined, right: string): boolean =>
  given !== undefined &&
  /^[0-9a-f]{16}$/.test(given) &&
  timingSafeEqual(Buffer.from(given), Buffer.from(right));
