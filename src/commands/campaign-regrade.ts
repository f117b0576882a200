import type { Command } from 'commander';
import { BadInput } from '../errors.ts';
import type { Item } from '../quiz/bank-file.ts';
import { ruleEvent } from '../quiz/campaign/regrade.ts';
import { questionType } from '../quiz/questions/index.ts';
import { findCampaign, withStore } from './campaigns.ts';
import { print } from './shell.ts';

export function addRegradeCommand(campaign: Command): void {
  campaign
    .command('regrade')
    .description('void an item of a campaign or give it another key, and count every score anew')
    .argument('<id>')
    .requiredOption('--item <item>', 'id of the item')
    .option('--void', 'everybody who was asked has its points')
    .option('--key <letters>', 'the right options in the order of the bank, as A or AC')
    .requiredOption('--reason <words>', 'kept in the ledger')
    .action(async (id: string, options: { item: string; void?: true; key?: string; reason: string }) => {
      const { config, bank, campaign: found } = await findCampaign(id);
      if (Boolean(options.void) === (options.key !== undefined))
        throw new BadInput({ file: 'regrade' }, 'give either --void or --key');
      const item = bank.item(options.item);
      const key = options.key === undefined ? null : readKey(options.key, item, options.item);
      const event = await withStore(config.dataDir, ({ campaigns }) =>
        campaigns.rule(id, (attempts, rulings) => {
          if (!item && !attempts.some(({ items }) => items.some((asked) => asked.item === options.item)))
            throw new BadInput({ file: `item ${options.item}` }, `was never asked in ${found.title}`);
          const ruling = { item: options.item, key, reason: options.reason };
          return ruleEvent(id, ruling, attempts, rulings, Date.now());
        }),
      );
      print(
        event
          ? `${options.item}: ${event.changed} scores changed, by ${event.points} points together`
          : `${options.item}: ruled so already, nothing changed`,
      );
    });
}

/** @throws BadInput where the letters are no key of the item */
function readKey(letters: string, item: Item | undefined, id: string): number[] {
  const place = { file: `item ${id}` };
  if (!item) throw new BadInput(place, 'the banks no longer hold it, so it can only be voided');
  const key = [...new Set(letters.toUpperCase())]
    .map((letter) => letter.charCodeAt(0) - 65)
    .sort((a, b) => a - b);
  const last = String.fromCharCode(64 + item.options.length);
  if (key.length === 0 || key.some((option) => !(option >= 0 && option < item.options.length)))
    throw new BadInput(place, `--key goes from A to ${last}`);
  const problem = questionType(item.type).problems({ options: item.options, answer: key })[0];
  if (problem !== undefined) throw new BadInput(place, problem);
  return key;
}
