import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const campaign: Command = {
  name: 'campaign',
  description: '竞赛和考试',
  async *run(_person, _argument, { campaigns }) {
    yield reply(campaigns.menu());
  },
};

export const join: Command = {
  name: 'join',
  description: '用邀请码参加竞赛',
  async *run(person, argument, { campaigns }) {
    yield reply(await campaigns.join(person, argument));
  },
};
