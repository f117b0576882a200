import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { readAction } from '../message/action.ts';
import { type Handle, type Incoming, messageOf, type TurnEvent, text } from '../message/message.ts';
import { phrases as shared } from '../message/phrases.ts';
import type { ConversationDeps } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { createInTurn } from './in-turn.ts';
import { phrases } from './phrases.ts';
import { press } from './press.ts';
import { reply } from './show.ts';

/** The one entry for every channel: command | button | question. */
export function createHandle(deps: ConversationDeps & { log: Log }): Handle {
  const inTurn = createInTurn();
  return (incoming) => inTurn(incoming.person.id, () => guarded(incoming, deps));
}

/** The one place where a turn's failure is caught: it is logged, and the person is told what to do. */
async function* guarded(
  incoming: Incoming,
  deps: ConversationDeps & { log: Log },
): AsyncGenerator<TurnEvent> {
  try {
    yield* turn(incoming, deps);
  } catch (error) {
    deps.log.error(
      { reason: reasonOf(error), stack: error instanceof Error ? error.stack : undefined },
      'turn failed',
    );
    yield reply(messageOf([text(shared.outage)]));
  }
}

async function* turn(incoming: Incoming, deps: ConversationDeps): AsyncGenerator<TurnEvent> {
  const { person } = incoming;
  if ('press' in incoming) {
    const action = readAction(incoming.press);
    if (action) yield* press(action, person, deps);
    else yield { type: 'toast', text: shared.unknownPress };
    return;
  }
  const [, name, argument] = /^\/([a-z-]+)(?:\s+([\s\S]*))?$/i.exec(incoming.text.trim()) ?? [];
  const command = commands.find(
    (each) => each.name === (name?.toLowerCase() ?? 'ask') && each.description !== '',
  );
  if (!command || (command.adminOnly && !person.admin)) {
    yield reply(messageOf([text(phrases.unknownCommand)]));
  } else yield* command.run(person, (name === undefined ? incoming.text : (argument ?? '')).trim(), deps);
}
