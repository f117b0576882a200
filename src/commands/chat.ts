import type { Command } from 'commander';
import { openConversation } from '../app.ts';
import { runTerminal } from '../channels/terminal.ts';
import { openShell } from './shell.ts';

export function registerChat(program: Command): void {
  program
    .command('chat')
    .description('talk with the bot in the terminal')
    .action(() => talk());
}

/** The conversation at this terminal, as its one citizen. */
export async function talk(first?: string): Promise<void> {
  const { config, log, progress } = openShell();
  const { handle, close } = await openConversation(config, log, progress);
  try {
    await runTerminal({
      handle,
      person: { id: 'terminal:local', admin: true },
      input: process.stdin,
      output: process.stdout,
      folder: process.cwd(),
      now: Date.now,
      ...(first !== undefined && { first }),
    });
  } finally {
    await close();
  }
}
