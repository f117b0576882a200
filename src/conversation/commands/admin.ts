import { describeRefresh, describeStatus } from '../../admin/describe.ts';
import { BadInput, Outage } from '../../errors.ts';
import { messageOf, text } from '../../message/message.ts';
import { phrases } from '../phrases.ts';
import { reply } from '../show.ts';
import type { Command, ConversationDeps } from './command.ts';

interface Part {
  /** The lines of the answer. */
  run(deps: ConversationDeps): Promise<readonly string[]>;
  /** What stays as it was where it fails. */
  failed: string;
}

/** What stands after /admin. */
const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  [
    'status',
    {
      run: async ({ library, play, boundness }) => [
        ...describeStatus(library.current()),
        phrases.boundness(await boundness()),
        ...(await play.flagged()).slice(0, 1),
      ],
      failed: phrases.adminFailed,
    },
  ],
  ['flags', { run: ({ play }) => play.flagged(), failed: phrases.adminFailed }],
  [
    'refresh',
    { run: async ({ library }) => describeRefresh(await library.refresh()), failed: phrases.notRefreshed },
  ],
  [
    'reload',
    { run: async ({ content }) => phrases.reloaded(await content.reload()), failed: phrases.notReloaded },
  ],
]);

/** For the ids in ADMIN_IDS. */
export const admin: Command = {
  name: 'admin',
  description: '管理：refresh 更新知识库，reload 更新题库和竞赛，flags 查看纠错，status 查看状态',
  adminOnly: true,
  async *run(_person, argument, deps) {
    const part = parts.get(argument);
    if (!part) {
      yield reply(messageOf([text(phrases.adminUsage)]));
      return;
    }
    yield { type: 'progress', stage: 'searching' };
    try {
      yield reply(messageOf((await part.run(deps)).map((line) => text(line))));
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof Outage)) throw error;
      yield reply(messageOf([text(part.failed), text(error.message)]));
    }
  },
};
