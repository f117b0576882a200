import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Release } from '../../knowledge/release.ts';
import type { Setting } from './views/layout.ts';

const cookie = 'elder';
const days400 = 400 * 24 * 60 * 60;

/** What a page needs to know; `?elder=1` and `?elder=0` are remembered (page/elder.js writes the same cookie). */
export function settingOf(c: Context, release: Release, version: string, now: number): Setting {
  const asked = c.req.query('elder');
  if (asked !== undefined) {
    setCookie(c, cookie, asked === '1' ? '1' : '0', { path: '/', sameSite: 'Lax', maxAge: days400 });
  }
  return {
    assets: `/assets/${version}`,
    now,
    elder: (asked ?? getCookie(c, cookie)) === '1',
    asOf:
      release.passages
        .map((passage) => passage.asOf)
        .sort()
        .at(-1) ?? '',
  };
}
