import type { Command } from 'commander';
import { resultSheetPdf } from '../documents/result-sheet.ts';
import { resultSheetOf } from '../quiz/campaign/standings/result-sheet.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { findCampaign } from './campaigns.ts';
import { openOutFile } from './out-file.ts';
import { print } from './shell.ts';

export function addSheetCommand(campaign: Command): void {
  campaign
    .command('sheet')
    .description('the result sheet of a campaign to sign, seal and file (pdf); a running bot is no hindrance')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .requiredOption('--out <file>', 'where to write it (*.pdf)')
    .option('--force', 'replace a file of this name')
    .action(async (id: string, { out, force }: { out: string; force?: true }) => {
      const { config, campaign: found } = await findCampaign(id);
      const store = await readSnapshot(config.dataDir);
      const [participants, roster, attempts, rulings] = await Promise.all([
        store.participants(id),
        store.roster(id),
        store.attempts(id),
        store.rulings(id),
      ]);
      const sheet = resultSheetOf(found, { participants, roster, attempts, rulings }, Date.now());
      const file = await openOutFile(out, force ?? false);
      try {
        await file.write(await resultSheetPdf(sheet));
        print(`${sheet.rows.length} persons: ${out}`);
      } finally {
        await file.close();
      }
    });
}
