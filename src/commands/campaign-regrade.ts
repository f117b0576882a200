import type { Command } from 'commander';
import { operate } from '../control/operate.ts';
import { regrade } from '../control/operations/regrade.ts';
import { BadInput } from '../errors.ts';
import { openShell, print } from './shell.ts';

export function addRegradeCommand(campaign: Command): void {
  campaign
    .command('regrade')
    .description('void an item of a campaign or give it another key, and count every score anew')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .requiredOption('--item <item>', 'id of the item')
    .option('--void', 'everybody who was asked has its points')
    .option('--key <letters>', 'the right options in the order of the bank, as A or AC')
    .requiredOption('--reason <words>', 'kept in the ledger')
    .action(async (id: string, options: { item: string; void?: true; key?: string; reason: string }) => {
      if (Boolean(options.void) === (options.key !== undefined))
        throw new BadInput({ file: 'regrade' }, 'give either --void or --key');
      const { item, key = null, reason } = options;
      const ruled = await operate(openShell().config, regrade, { campaign: id, item, key, reason });
      print(
        ruled
          ? `${item}: ${ruled.changed} scores changed, by ${ruled.points} points together`
          : `${item}: ruled so already, nothing changed`,
      );
    });
}
