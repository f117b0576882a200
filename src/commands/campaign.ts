import type { Command } from 'commander';
import { writeClose, writeMoment } from '../quiz/campaign/calendar.ts';
import { levelsOf, maximumOf, phaseAt } from '../quiz/campaign/campaign.ts';
import { campaignPaths, checkCampaigns, createCampaign, loadCampaigns } from '../quiz/campaign/campaigns.ts';
import { addCertificateCommand } from './campaign-certificate.ts';
import { addRegradeCommand } from './campaign-regrade.ts';
import { addReloadCommand } from './campaign-reload.ts';
import { addRemindCommand } from './campaign-remind.ts';
import { addReportCommand } from './campaign-report.ts';
import { addRosterCommand } from './campaign-roster.ts';
import { addSheetCommand } from './campaign-sheet.ts';
import { addStandingsCommand } from './campaign-standings.ts';
import { addVerifyCommand } from './campaign-verify.ts';
import { findCampaign, openCampaigns } from './campaigns.ts';
import { reloadBot } from './reload-bot.ts';
import { print, printJson } from './shell.ts';

export function registerCampaign(program: Command): void {
  const campaign = program.command('campaign').description('contests and exams');
  campaign
    .command('check')
    .description('report what is wrong in campaigns; fails where anything is')
    .argument('[files...]', 'campaigns (*.yaml); those of SEEDS_DIR and DATA_DIR by default')
    .option('--json', 'print {"sound":[ID],"findings":[{"file","line","message"}]}')
    .action(async (given: string[], options: { json?: true }) => {
      const { config, bank } = await openCampaigns();
      const paths = given.length > 0 ? given : await campaignPaths(config);
      const { files, findings } = await checkCampaigns(paths, bank, Date.now());
      if (options.json) printJson({ sound: files.map(({ campaign: { id } }) => id), findings });
      else {
        for (const { file, line, message } of findings) print(`${file}:${line}: ${message}`);
        print(`${files.length} campaigns sound, ${findings.length} errors`);
      }
      if (findings.length > 0) process.exitCode = 1;
    });
  campaign
    .command('create')
    .description('take a campaign in; a running bot has it at once')
    .argument('<file>', 'the campaign (*.yaml)')
    .action(async (file: string) => {
      const { config, bank } = await openCampaigns();
      const { id, title } = await createCampaign(file, config, bank, Date.now());
      print(`${id}: ${title}`);
      print((await reloadBot(config.dataDir)) ? 'a running bot has it now' : 'no bot is running');
    });
  campaign
    .command('list')
    .description('every campaign with its window (Asia/Shanghai)')
    .option('--json', 'print [{"id","phase","opens","closes","audience","title"}]')
    .action(async (options: { json?: true }) => {
      const { config, bank } = await openCampaigns();
      const now = Date.now();
      const listed = [...(await loadCampaigns(config, bank, now)).values()].map(
        ({ id, title, window, audience }) => ({
          id,
          phase: phaseAt({ window }, now),
          opens: writeMoment(window.opens),
          closes: writeClose(window.closes),
          audience: audience.kind,
          title,
        }),
      );
      if (options.json) printJson(listed);
      else for (const each of listed) print(Object.values(each).join('\t'));
    });
  campaign
    .command('show')
    .description('a campaign as it is understood, as JSON')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .action(async (id: string) => {
      const { campaign: found } = await findCampaign(id);
      const { opens, closes } = found.window;
      printJson({
        ...found,
        window: { opens: writeMoment(opens), closes: writeClose(closes) },
        phase: phaseAt(found, Date.now()),
        levels: levelsOf(found),
        maximum: maximumOf(found),
      });
    });
  addReloadCommand(campaign);
  addRosterCommand(campaign);
  addVerifyCommand(campaign);
  addCertificateCommand(campaign);
  addSheetCommand(campaign);
  addRegradeCommand(campaign);
  addStandingsCommand(campaign);
  addReportCommand(campaign);
  addRemindCommand(campaign);
}
