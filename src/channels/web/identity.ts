import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { shortHash } from '../../knowledge/passage.ts';
import type { Person } from '../../message/message.ts';

const cookie = 'mb';
const days400 = 400 * 24 * 60 * 60;

/**
 * The person of a request, never an admin: the server keeps a hash of a random 128-bit cookie. The cookie is given
 * with the first question, not with the first look: arriving by a link from elsewhere hides a SameSite=Strict
 * cookie, and a new one would lose the person's results.
 */
export function identify(c: Context, options: { secure: boolean; randomToken: () => string }): Person {
  const known = getCookie(c, cookie);
  const token = known !== undefined && /^[0-9a-f]{32}$/.test(known) ? known : options.randomToken();
  setCookie(c, cookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: options.secure,
    path: '/',
    maxAge: days400,
  });
  return { id: `web:${shortHash(token, 32)}`, admin: false };
}
