import type { Context, Hono } from 'hono';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle } from '../../message/message.ts';
import type { Gate } from './gate.ts';
import { gathered } from './gathered.ts';
import { navigation } from './phrases.ts';
import { turnStream } from './turn-stream.ts';
import { homePage } from './views/home.ts';
import { markup } from './views/html.ts';
import type { Setting } from './views/layout.ts';

/** A turn by script (a stream of events) and by form (a whole page). */
export function mountTurns(
  app: Hono,
  deps: { handle: Handle; log: Log; gate: Gate; now: () => number; setting: (c: Context) => Setting },
): void {
  const { handle, gate, now, setting } = deps;
  app.post('/api/turn', gate.turn, async (c) => {
    const stream = turnStream(handle({ person: c.get('person'), ...c.get('turn') }), now, (error) =>
      deps.log.warn({ reason: reasonOf(error) }, 'turn stream broken'),
    );
    // Proxies must not hold the events back.
    return c.body(stream, 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
  });

  app.post('/ask', gate.turn, async (c) => {
    const said = c.get('turn');
    const asked =
      'text' in said ? said.text : (navigation.find(({ press }) => press === said.press)?.label ?? null);
    const turn = await gathered(handle({ person: c.get('person'), ...said }));
    return c.html(await markup(homePage({ asked, ...turn }, setting(c))));
  });
  app.get('/ask', (c) => c.redirect('/'));
}
