import type { Context } from 'hono';
import type { Message } from '../../message/message.ts';
import { homePage } from './views/home.ts';
import { markup } from './views/html.ts';
import type { Setting } from './views/layout.ts';

export type Refuse = (c: Context, status: 400 | 403 | 413 | 415 | 429, sentence: string) => Promise<Response>;

/** Says no in the form the request came in: JSON for the script, the page with a remark for the form. */
export function createRefuse(setting: (c: Context) => Setting): Refuse {
  const messages: Message[] = [];
  return async (c, status, sentence) =>
    c.req.path.startsWith('/api/')
      ? c.json({ error: sentence }, status)
      : c.html(await markup(homePage({ asked: null, messages, remark: sentence }, setting(c))), status);
}
