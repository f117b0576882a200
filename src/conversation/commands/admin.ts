import { describeRefresh, describeStatus } from '../../admin/describe.ts';
import { BadInput, Outage } from '../../errors.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command } from './command.ts';

/** /admin refresh | status, for the ids in ADMIN_IDS. */
export const admin: Command = {
  name: 'admin',
  description: '管理：refresh 更新知识库，status 查看状态',
  adminOnly: true,
  async *run(_person, argument, { library }) {
    if (argument === 'status')
      yield reply(messageOf(describeStatus(library.current()).map((line) => text(line))));
    else if (argument === 'refresh') {
      yield { type: 'progress', stage: 'searching' };
      try {
        yield reply(messageOf(describeRefresh(await library.refresh()).map((line) => text(line))));
      } catch (error) {
        if (!(error instanceof BadInput || error instanceof Outage)) throw error;
        yield reply(messageOf([text(phrases.notRefreshed), text(error.message)]));
      }
    } else yield reply(messageOf([text(phrases.adminUsage)]));
  },
};
