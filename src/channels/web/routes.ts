import { type Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { reasonOf } from '../../errors.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Log } from '../../log.ts';
import { phrases } from '../../message/phrases.ts';
import { type Assets, mountAssets } from './assets.ts';
import { type CampaignRoutes, mountCampaigns } from './campaign-routes.ts';
import { createGate, type GateOptions } from './gate.ts';
import { webPhrases } from './phrases.ts';
import { createRefuse } from './refusal.ts';
import { securityHeaders } from './security-headers.ts';
import { settingOf } from './setting.ts';
import { mountTurns } from './turn-routes.ts';
import { homePage } from './views/home.ts';
import { markup } from './views/html.ts';
import { noticePage, passagePage } from './views/other-pages.ts';

export interface RouteDeps
  extends Omit<GateOptions, 'refuse'>,
    Pick<CampaignRoutes, 'handle' | 'publicUrl' | 'qrSvg'> {
  library: Pick<Library, 'current'>;
  log: Log;
  assets: Assets;
  /** Telegram's updates, where it is in webhook mode. */
  webhook?: ((request: Request) => Promise<Response>) | undefined;
}

/** Every address the web channel answers at. */
export function createRoutes(deps: RouteDeps): Hono {
  const app = new Hono();
  const setting = (c: Context) => settingOf(c, deps.library.current(), deps.assets.version, deps.now());
  const refuse = createRefuse(setting);
  app.use(securityHeaders());
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.get('/', async (c) => c.html(await markup(homePage(null, setting(c)))));
  app.get('/p/:id{.+}', async (c) => {
    const release = deps.library.current();
    const passage = release.passage(c.req.param('id'));
    return passage ? c.html(await markup(passagePage(passage, release, setting(c)))) : c.notFound();
  });
  app.get('/api/health', (c) => {
    const { id, model } = deps.library.current();
    return c.json({
      status: 'ok',
      release: id,
      search: model === null ? 'keywords' : 'keywords and embeddings',
    });
  });
  mountAssets(app, deps.assets);
  const gate = createGate({ ...deps, refuse });
  mountTurns(app, { ...deps, gate, setting });
  mountCampaigns(app, { ...deps, gate, setting });
  const { webhook } = deps;
  if (webhook) app.post('/telegram/webhook', (c) => webhook(c.req.raw));

  app.notFound(async (c) =>
    c.html(await markup(noticePage(webPhrases.notFound, webPhrases.notFoundHint, setting(c))), 404),
  );
  app.onError(async (error, c) => {
    // The pattern, not the path: that of an invite is its token.
    const route = matchedRoutes(c).at(-1)?.path;
    deps.log.error({ reason: reasonOf(error), stack: error.stack, route }, 'request failed');
    return c.text(phrases.outage, 500);
  });
  return app;
}
