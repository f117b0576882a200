import { listItem, messageOf, text } from '../../message/message.ts';
import { phrases as shared } from '../../message/phrases.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

/** Lists what the bot can do and the commands of the menu. */
export function createHelp(menu: () => Command[]): Command {
  return {
    name: 'help',
    description: '怎么用',
    async *run() {
      const [first, ...rest] = shared.capabilities;
      const lines = menu().map(({ name, description }) => `/${name}　${description}`);
      yield reply(
        messageOf([text(first), ...rest.map(listItem), text(phrases.commandsToo), ...lines.map(listItem)]),
      );
    },
  };
}
