import type { Command } from 'commander';
import { operate } from '../control/operate.ts';
import { settleFlags } from '../control/operations/settle-flags.ts';
import { BadInput } from '../errors.ts';
import { loadBank } from '../quiz/bank.ts';
import { writeMoment } from '../quiz/campaign/calendar.ts';
import { type FlaggedItem, flaggedItems } from '../quiz/correction/flagged-items.ts';
import { flagReasons } from '../quiz/flag.ts';
import { readFlags } from '../store/flags.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerBankFlags(bank: Command): void {
  bank
    .command('flags')
    .description('items that takers say are wrong, those with most open flags first; a bot may be running')
    .option('--all', 'also flags that are settled')
    .option(
      '--json',
      'print [{"item","bank","stem","open","settled","reasons":{"key","stem","law","other"},"practice","campaigns":{ID:n},"latest","note"}]',
    )
    .action(async (options: { all?: true; json?: true }) => {
      const { config } = openShell();
      const flags = await readFlags(config.dataDir);
      const items = flaggedItems(flags, await loadBank(config), options.all);
      if (options.json) printJson(items);
      else if (items.length === 0) print(options.all ? 'no flags' : 'no open flags');
      else for (const item of items) print(describe(item));
    });
  bank
    .command('settle')
    .description('keep what was made of the open flags on an item; `bank fix` does so by itself')
    .argument('<item>', 'the item’s id, as banks and `bank flags` have it')
    .requiredOption('--note <words>', 'what was found')
    .option('--reject', 'nothing is wrong with the item')
    .action(async (item: string, options: { note: string; reject?: true }) => {
      const input = { item, note: options.note, rejected: options.reject ?? false };
      const { settled } = await operate(openShell().config, settleFlags, input);
      if (settled === 0)
        throw new BadInput({ file: `item ${item}` }, 'has no open flags; see `mingbai bank flags`');
      print(`${item}: ${settled} flags settled`);
    });
}

function describe({
  item,
  stem,
  open,
  settled,
  reasons,
  practice,
  campaigns,
  latest,
  note,
}: FlaggedItem): string {
  const given = flagReasons.filter((reason) => reasons[reason] > 0);
  const places = [
    ...(practice > 0 ? [`practice ${practice}`] : []),
    ...Object.entries(campaigns).map(([campaign, count]) => `${campaign} ${count}`),
  ];
  const counts = [`${open} open`, ...(settled > 0 ? [`${settled} settled`] : [])].join(', ');
  return [
    `${item}\t${counts}\t${given.map((reason) => `${reason} ${reasons[reason]}`).join(', ')}\tmet in ${places.join(', ')}\t${writeMoment(latest)}`,
    `\t${stem ?? '(no bank holds it)'}`,
    ...(note === null ? [] : [`\tsettled: ${note}`]),
  ].join('\n');
}
