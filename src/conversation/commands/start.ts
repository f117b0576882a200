import { canned } from '../../answer/canned.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const start: Command = {
  name: 'start',
  description: '认识一下明白人',
  async *run() {
    const hello = canned({ kind: 'greeting' })!.message;
    const examples = phrases.examples.map((example) => ({ kind: 'item' as const, text: example, cites: [] }));
    yield reply(
      messageOf([...hello.paragraphs, text('可以这样问我：'), ...examples], { buttons: hello.buttons }),
    );
  },
};
