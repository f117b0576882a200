import type { Command } from 'commander';
import { createDrawCertificate } from '../documents/draw-certificate.ts';
import { BadInput } from '../errors.ts';
import { createCertificates } from '../quiz/campaign/certificate/certificates.ts';
import { certificateFormats } from '../quiz/campaign/present/certificate.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { findCampaign } from './campaigns.ts';
import { openOutFile } from './out-file.ts';
import { print } from './shell.ts';

export function addCertificateCommand(campaign: Command): void {
  campaign
    .command('certificate')
    .description('the certificate of one who has passed; a running bot is no hindrance')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .argument('<participant>', 'the participant’s id, as `campaign standings --json` has it')
    .requiredOption('--out <file>', 'where to write it, *.png or *.pdf')
    .option('--force', 'replace a file of this name')
    .action(async (id: string, participant: string, { out, force }: { out: string; force?: true }) => {
      const format = certificateFormats.find((each) => out.toLowerCase().endsWith(`.${each}`));
      if (!format) throw new BadInput({ file: out }, 'give a name that ends in .png or .pdf');
      const { config, campaign: found } = await findCampaign(id);
      const store = await readSnapshot(config.dataDir);
      const { publicUrl } = config;
      const certificates = createCertificates({
        campaigns: new Map([[id, found]]),
        store,
        now: Date.now,
        publicUrl,
      });
      const holder = await store.participantById(participant);
      if (holder?.campaign !== id) throw new BadInput({ file: participant }, `is no participant of ${id}`);
      const certificate = await certificates.of(found, holder);
      if (!certificate)
        throw new BadInput({ file: participant }, 'has not passed, so there is no certificate');
      const file = await openOutFile(out, force ?? false);
      try {
        const { bytes, lacking } = await createDrawCertificate()(certificate, format);
        await file.write(bytes);
        print(`${certificate.number}: ${out}`);
        if (lacking.length > 0) print(`the font lacks ${lacking.join('')}; 〓 stands for each`);
      } finally {
        await file.close();
      }
    });
}
