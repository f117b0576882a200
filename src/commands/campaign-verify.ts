import type { Command } from 'commander';
import { writeMoment } from '../quiz/campaign/calendar.ts';
import { loadCampaigns } from '../quiz/campaign/campaigns.ts';
import { createCertificates, type Verification } from '../quiz/campaign/certificate/certificates.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { openCampaigns } from './campaigns.ts';
import { print, printJson } from './shell.ts';

export function addVerifyCommand(campaign: Command): void {
  campaign
    .command('verify')
    .description('what a certificate’s number comes to now; fails where it is not valid')
    .argument('<number>', 'the number on the certificate, or its address')
    .option('--json', 'print the outcome as JSON')
    .action(async (number: string, options: { json?: true }) => {
      const { config, bank } = await openCampaigns();
      const campaigns = await loadCampaigns(config, bank, Date.now());
      const store = await readSnapshot(config.dataDir);
      const { publicUrl } = config;
      const found = await createCertificates({ campaigns, store, now: Date.now, publicUrl }).verify(number);
      if (options.json) printJson(figuresOf(found));
      else for (const line of linesOf(found)) print(line);
      if (found.outcome !== 'valid') process.exitCode = 1;
    });
}

function figuresOf(found: Verification) {
  if (found.outcome !== 'valid') return { outcome: found.outcome };
  const { campaign, number, holder, staffNumber, unit, score, maximum, tier, at } = found.certificate;
  const { id, title } = campaign;
  return {
    outcome: found.outcome,
    number,
    campaign: id,
    title,
    holder,
    staffNumber,
    unit,
    score,
    maximum,
    tier,
    at: writeMoment(at),
  };
}

const failures = {
  misread:
    'misread: this is no number of a certificate; compare it with the certificate, 16 letters and digits',
  unknown: 'unknown: no certificate has this number',
  'no-longer': 'no longer valid: by the scores as they stand now its holder has not passed',
};

function linesOf(found: Verification): string[] {
  const figures = figuresOf(found);
  if (!('number' in figures)) return [failures[figures.outcome]];
  const { number, title, campaign, holder, staffNumber, unit, score, maximum, tier, at } = figures;
  return [
    `valid: ${number}`,
    `campaign: ${title} (${campaign})`,
    `holder: ${holder ?? staffNumber ?? 'unnamed'}${unit === null ? '' : `, ${unit}`}`,
    `score: ${score} of ${maximum}${tier === null ? '' : `, ${tier}`}`,
    `won: ${at} (Asia/Shanghai)`,
  ];
}
