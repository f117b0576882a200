import type { Context } from 'hono';
import type { Message } from '../../message/message.ts';
import { webPhrases } from './phrases.ts';
import { homePage } from './views/home.ts';
import { markup } from './views/html.ts';
import type { Setting } from './views/layout.ts';
import { noticePage } from './views/other-pages.ts';

export type Refuse = (c: Context, status: 400 | 403 | 413 | 415 | 429, sentence: string) => Promise<Response>;

/** Says no in the form the request came in: JSON for the script, for the form the page with a remark or a way back. */
export function createRefuse(setting: (c: Context) => Setting): Refuse {
  const nothing = { asked: null, messages: [] as Message[], files: [] };
  return async (c, status, sentence) => {
    const { path } = c.req;
    if (path.startsWith('/api/')) return c.json({ error: sentence }, status);
    const page =
      path === '/ask'
        ? homePage({ ...nothing, remark: sentence }, setting(c))
        : noticePage(webPhrases.refused, sentence, setting(c), path);
    return c.html(await markup(page), status);
  };
}
