import { isFollowUp } from '../../answer/rewrite.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

/** A question, with the turn before in mind. Plain text in a private chat runs this too. */
export const ask: Command = {
  name: 'ask',
  description: '问一个法律问题',
  async *run(person, question, { compose, turns }) {
    if (question === '') {
      yield reply(messageOf([text(phrases.askEmpty)]));
      return;
    }
    const previous = turns.last(person.id);
    const { status, message } = yield* compose(question, previous);
    if (status === 'answered') {
      // 「那要多久」 names no matter: the next follow-up leans on the question that did.
      const matter = previous && isFollowUp(question) ? previous.question : question;
      turns.remember(person.id, {
        question: matter,
        passages: message.sources.map((source) => source.passage),
      });
    }
    yield reply(message);
  },
};
