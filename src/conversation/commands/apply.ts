import { reply } from '../show.ts';
import type { Command } from './command.ts';

/** `/apply CAMPAIGN PLACE NAME`: a name for the captain of a unit. */
export const apply: Command = {
  name: 'apply',
  description: '向单位的联络员提交姓名',
  unlisted: true,
  async *run(person, argument, { campaigns }) {
    yield reply(await campaigns.apply(person, argument));
  },
};
