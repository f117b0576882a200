import { type Command, Option } from 'commander';
import { operate } from '../control/operate.ts';
import { remind } from '../control/operations/remind.ts';
import { stopReminders } from '../control/operations/stop-reminders.ts';
import { BadInput } from '../errors.ts';
import { openShell, print } from './shell.ts';

interface Options {
  to?: 'everybody' | 'not-finished';
  dryRun?: true;
  stop?: true;
  resume?: true;
}

export function addRemindCommand(campaign: Command): void {
  campaign
    .command('remind')
    .description('have the running bot remind those who take part, or stop its reminders of a campaign')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .addOption(new Option('--to <whom>', 'sends one now').choices(['everybody', 'not-finished']))
    .option('--dry-run', 'with --to: only count whom it would reach')
    .option('--stop', 'no more reminders, also those planned in the campaign')
    .option('--resume', 'reminders again; what was missed meanwhile comes if it is still of use')
    .action(async (id: string, { to, dryRun, stop, resume }: Options) => {
      const { config } = openShell();
      if ([to, stop, resume].filter(Boolean).length !== 1)
        throw new BadInput({ file: 'remind' }, 'give one of --to, --stop and --resume');
      if (to === undefined) {
        const { changed } = await operate(config, stopReminders, {
          campaign: id,
          stopped: stop === true,
        });
        const state = stop ? 'stopped' : 'going on';
        print(`reminders of ${id}: ${state}${changed ? '' : ', as before'}`);
        return;
      }
      const dry = dryRun === true;
      const { due, reachable, muted, neverJoined } = await operate(config, remind, {
        campaign: id,
        to,
        dry,
      });
      print(`${dry ? 'would be reminded' : 'being sent within a minute'}: ${due} participants (${to})`);
      if (reachable === null) print('how many of them the bot can write to is known while it runs');
      else if (reachable < due)
        print(`the bot can write to ${reachable} of them; the others are on the web only`);
      if (muted > 0) print(`${muted} want no reminders`);
      if (neverJoined > 0)
        print(`${neverJoined} on the roster have never joined and cannot be reached by the bot`);
    });
}
