import type { Message } from '../../message/message.ts';
import { messageOf, text } from '../../message/message.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

/** A question, with the turn before in mind. Plain text in a private chat runs this too. */
export const ask: Command = {
  name: 'ask',
  description: '问一个法律问题',
  async *run(person, question, { compose, turns }) {
    if (question === '') {
      yield reply(messageOf([text('在 /ask 后面写上您的问题，比如：/ask 房东不退押金怎么办')]));
      return;
    }
    const { status, message } = yield* compose(question, turns.last(person.id));
    if (status === 'answered') turns.remember(person.id, { question, passages: passagesOf(message) });
    yield reply(message);
  },
};

const passagesOf = (message: Message): string[] => message.sources.map((source) => source.passage);
