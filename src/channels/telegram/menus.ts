import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Command } from '../../conversation/commands/command.ts';
import { commands, menuCommands } from '../../conversation/commands/index.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isPrivateCommand } from './private-only.ts';

const lines = (listed: readonly Command[]): BotCommand[] =>
  listed.map(({ name, description }) => ({ command: name, description }));

/** Fills the command menus of private chats, groups, and the admins' chats. A menu that fails is logged. */
export async function setMenus(api: Api, adminIds: readonly string[], log: Log): Promise<void> {
  const menu = menuCommands();
  const admin = commands.filter((command) => command.adminOnly);
  const chats = adminIds.map((id) => Number(id.replace(/^telegram:/, ''))).filter(Number.isSafeInteger);
  const menus: [BotCommandScope, BotCommand[]][] = [
    [{ type: 'all_private_chats' }, lines(menu)],
    [{ type: 'all_group_chats' }, lines(menu.filter((command) => !isPrivateCommand(command.name)))],
    ...chats.map((chat_id): [BotCommandScope, BotCommand[]] => [
      { type: 'chat', chat_id },
      lines([...menu, ...admin]),
    ]),
  ];
  for (const [scope, listed] of menus) {
    await api.setMyCommands(listed, { scope }).catch((error: unknown) => {
      log.warn({ scope: scope.type, reason: reasonOf(error) }, 'command menu not set');
    });
  }
}
