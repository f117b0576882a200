import { canned } from '../../answer/canned.ts';
import { listItem, messageOf, text } from '../../message/message.ts';
import { phrases as shared } from '../../message/phrases.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const start: Command = {
  name: 'start',
  description: '认识一下明白人',
  /** A link into the bot may carry an invite or a campaign; any other word of it is greeted all the same. */
  async *run(person, argument, { campaigns }) {
    const entered = argument === '' ? null : await campaigns.enter(person, argument);
    if (entered) {
      yield reply(entered);
      return;
    }
    const hello = canned({ kind: 'greeting' })!.message;
    const examples = shared.examples.map(listItem);
    yield reply(
      messageOf([...hello.paragraphs, text(phrases.askLikeThis), ...examples], { buttons: hello.buttons }),
    );
  },
};
