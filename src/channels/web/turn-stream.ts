import type { TurnEvent } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { fileView } from './views/file.ts';
import { markup } from './views/html.ts';
import { messageView } from './views/message.ts';
import { paragraphsView } from './views/paragraphs.ts';

/**
 * A turn as lines of JSON, written as its events happen; messages, sentences and files carry the markup the
 * page shows, progress its sentence.
 * A reader that stalls does not hold up the turn; one that goes away ends it.
 */
export function turnStream(
  events: AsyncGenerator<TurnEvent>,
  now: () => number,
  onError: (error: unknown) => void,
): ReadableStream {
  const encoder = new TextEncoder();
  let gone = false;
  return new ReadableStream({
    start(controller) {
      const run = async (): Promise<void> => {
        for await (const event of events) {
          const line = `${JSON.stringify(await shown(event, now()))}\n`;
          if (gone) return;
          controller.enqueue(encoder.encode(line));
        }
        if (!gone) controller.close();
      };
      run().catch((error: unknown) => {
        onError(error);
        if (!gone) controller.error(error);
      });
    },
    cancel() {
      gone = true;
    },
  });
}

type Shown = Exclude<TurnEvent, { type: 'file' }> | { type: 'file' };

async function shown(event: TurnEvent, now: number): Promise<Shown & { html?: string; text?: string }> {
  if (event.type === 'progress') return { ...event, text: phrases.progress[event.stage] };
  if (event.type === 'message')
    return { ...event, html: await markup(messageView(event.message, { now, action: '/ask' })) };
  if (event.type === 'file') return { type: 'file', html: await markup(fileView(event.file)) };
  if (event.type !== 'sentence') return event;
  const views = await Promise.all(paragraphsView([event.paragraph], []).map(markup));
  return { ...event, html: views.join('') };
}
