import type { Command } from 'commander';
import { askBot } from '../control/ask-bot.ts';
import { reload } from '../control/operations/reload.ts';
import { openShell, print } from './shell.ts';

export function addReloadCommand(campaign: Command): void {
  campaign
    .command('reload')
    .description(
      'have a running bot take up banks and campaigns; a campaign that has opened may change its title, organiser, notice and reminders, close later, and get more units',
    )
    .action(async () => {
      const asked = await askBot(openShell().config.dataDir, reload, {});
      if (!asked.running) return print('no bot is running; the next start takes everything up');
      const { items, campaigns, added, removed, pools } = asked.result;
      print(`a running bot has ${items} items and ${campaigns} campaigns now`);
      if (added.length > 0) print(`new: ${added.join(', ')}`);
      if (removed.length > 0) print(`gone: ${removed.join(', ')}`);
      for (const { campaign, before, after } of pools)
        print(`${campaign} is open and draws from ${after} items, from ${before} before`);
    });
}
