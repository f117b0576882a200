import type { Api } from 'grammy';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle, Incoming, TurnEvent } from '../../message/message.ts';
import { isBlocked } from './api-errors.ts';
import { shorten } from './keyboard.ts';
import type { Screen } from './screen.ts';
import type { Place } from './sender.ts';
import { createTyping, type Every } from './typing.ts';

const longestToast = 200;

export interface TurnDeps {
  api: Api;
  screen: Screen;
  handle: Handle;
  log: Log;
  every: Every;
}

type Shows = {
  [K in TurnEvent['type']]: (event: Extract<TurnEvent, { type: K }>) => Promise<void> | void;
};

/** One turn, shown as it happens. `query` is the callback query of a press, which is answered in any case. Never throws. */
export async function runTurn(
  incoming: Incoming,
  place: Place,
  query: string | null,
  deps: TurnDeps,
): Promise<void> {
  const { api, screen, log } = deps;
  const answerQuery = createQueryAnswer(query, deps);
  const typing = createTyping(() => {
    const topic = place.topic === undefined ? {} : { message_thread_id: place.topic };
    api.sendChatAction(place.chat, 'typing', topic).catch((error: unknown) => {
      log.debug({ reason: reasonOf(error) }, 'chat action not shown');
    });
  }, deps.every);
  const shows: Shows = {
    progress: () => typing.begin(),
    /** The message repeats it: a citizen's telephone should ring once. */
    sentence: () => {},
    message: async ({ message, inPlace }) => {
      await answerQuery();
      await screen.show(message, inPlace, place);
    },
    async file({ file }) {
      await answerQuery();
      await screen.hand(file, place);
    },
    toast: ({ text }) => answerQuery(text),
  };
  try {
    for await (const event of deps.handle(incoming)) {
      await (shows[event.type] as (event: TurnEvent) => Promise<void> | void)(event);
    }
  } catch (error) {
    if (isBlocked(error)) log.info('a citizen has blocked the bot');
    else log.error({ reason: reasonOf(error) }, 'turn not shown');
  } finally {
    typing.end();
    await answerQuery();
  }
}

/** Answers a callback query once; a query too old to be answered is no matter. */
function createQueryAnswer(query: string | null, { api, log }: TurnDeps) {
  let open = query !== null;
  return async (toast?: string): Promise<void> => {
    if (!open || query === null) return;
    open = false;
    const text = toast === undefined ? {} : { text: shorten(toast, longestToast) };
    await api.answerCallbackQuery(query, text).catch((error: unknown) => {
      log.debug({ reason: reasonOf(error) }, 'callback query not answered');
    });
  };
}
