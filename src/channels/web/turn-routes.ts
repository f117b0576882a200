import type { Context, Hono, MiddlewareHandler } from 'hono';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle, TurnEvent } from '../../message/message.ts';
import type { Gated } from './gate.ts';
import { readTurnBody } from './incoming.ts';
import { navigation, webPhrases } from './phrases.ts';
import type { Refuse } from './refusal.ts';
import { turnStream } from './turn-stream.ts';
import { homePage, type Turn } from './views/home.ts';
import { markup } from './views/html.ts';
import type { Setting } from './views/layout.ts';

/** A turn by script (a stream of events) and by form (a whole page). */
export function mountTurns(
  app: Hono,
  deps: {
    handle: Handle;
    log: Log;
    gate: MiddlewareHandler<Gated>;
    refuse: Refuse;
    setting: (c: Context) => Setting;
  },
): void {
  const { handle, refuse, setting } = deps;
  app.post('/api/turn', deps.gate, async (c) => {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 415, webPhrases.badRequest);
    const body = readTurnBody(await c.req.json().catch(() => null));
    if (!body) return refuse(c, 400, webPhrases.badRequest);
    const stream = turnStream(handle({ person: c.get('person'), ...body }), (error) =>
      deps.log.warn({ reason: reasonOf(error) }, 'turn stream broken'),
    );
    // Proxies must not hold the events back.
    return c.body(stream, 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
  });

  app.post('/ask', deps.gate, async (c) => {
    const body = readTurnBody(await c.req.parseBody().catch(() => null));
    if (!body) return refuse(c, 400, webPhrases.badRequest);
    const asked =
      'text' in body ? body.text : (navigation.find(({ press }) => press === body.press)?.label ?? null);
    const turn = await gathered(handle({ person: c.get('person'), ...body }));
    return c.html(await markup(homePage({ asked, ...turn }, setting(c))));
  });
  app.get('/ask', (c) => c.redirect('/'));
}

async function gathered(events: AsyncGenerator<TurnEvent>): Promise<Omit<Turn, 'asked'>> {
  const turn: Omit<Turn, 'asked'> = { messages: [], remark: '' };
  for await (const event of events) {
    if (event.type === 'message') turn.messages.push(event.message);
    if (event.type === 'toast') turn.remark = event.text;
  }
  return turn;
}
