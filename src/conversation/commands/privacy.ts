import { writeAction } from '../../message/action.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const privacy: Command = {
  name: 'privacy',
  description: '我们记什么、不记什么',
  async *run() {
    yield reply(messageOf(phrases.privacy.map((line) => text(line))));
  },
};

/** Deletes only on the second step, since it cannot be undone. */
export const forget: Command = {
  name: 'forget',
  description: '删除我的全部记录',
  async *run() {
    const buttons = [[{ label: phrases.forgetYes, action: writeAction('command', 'forget-yes') }]];
    yield reply(messageOf([text(phrases.forgetAsk)], { buttons }));
  },
};

export const forgetYes: Command = {
  name: 'forget-yes',
  description: '',
  async *run(person, _argument, { play, turns }) {
    await play.forget(person);
    turns.forget(person.id);
    yield reply(messageOf([text(phrases.forgotten)]), true);
  },
};
