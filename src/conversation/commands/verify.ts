import { reply } from '../show.ts';
import type { Command } from './command.ts';

export const verify: Command = {
  name: 'verify',
  description: '查验证书真伪',
  async *run(_person, argument, { campaigns }) {
    yield reply(await campaigns.verify(argument));
  },
};
