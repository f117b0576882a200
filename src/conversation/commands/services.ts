import { messageOf, text } from '../../message/message.ts';
import { rows } from '../../message/rows.ts';
import { phrases } from '../phrases.ts';
import { guideButton, guidesOf, reply } from '../show.ts';
import type { Command } from './command.ts';

export const services: Command = {
  name: 'services',
  description: '办事指南：法律援助、公证、调解……',
  async *run(_person, _argument, { library }) {
    const buttons = guidesOf(library.current()).map(guideButton);
    yield reply(messageOf([text(phrases.whichService)], { buttons: rows(buttons, 2) }));
  },
};
