import { randomBytes, randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { extendRoster, type Invite, readRoster } from '../quiz/campaign/roster.ts';
import { readRows } from '../quiz/campaign/roster-file.ts';
import { randomId } from '../quiz/random.ts';
import { findCampaign, withStore } from './campaigns.ts';
import { print } from './shell.ts';

export function addRosterCommand(campaign: Command): void {
  campaign
    .command('roster')
    .description('put persons on a roster and write their invites; nothing changes where a row has an error')
    .argument('<id>')
    .argument('<file>', 'csv with the columns 单位, 姓名 or 工号, and if wanted 手机 and 区县')
    .requiredOption('--invites <file>', 'where to write the invites (csv); they cannot be read again later')
    .option('--reissue', 'new invites also for those on the roster who have not joined yet')
    .action(async (id: string, file: string, options: { invites: string; reissue?: true }) => {
      const { config, campaign: found } = await findCampaign(id);
      if (found.audience.kind !== 'roster')
        throw new BadInput({ file: `campaign ${id}` }, 'is open to anybody; audience.kind must be roster');
      const { persons, problems } = readRoster(await readRows(file));
      if (problems.length > 0) {
        for (const { line, message } of problems) print(`${basename(file)}:${line}: ${message}`);
        process.exitCode = 1;
        return;
      }
      const invites = await withStore(config.dataDir, async ({ campaigns }) => {
        let written: Invite[] = [];
        await campaigns.changeRoster(id, (before, joined) => {
          const make = { id: newId, token: () => randomBytes(16).toString('base64url') };
          const reissue = options.reissue ? (entry: { id: string }) => !joined.has(entry.id) : null;
          const extended = extendRoster(before, persons, make, reissue);
          written = extended.invites;
          return extended.roster;
        });
        return written;
      });
      await writeInvites(options.invites, invites);
      print(`${persons.length} persons read, ${invites.length} invites written to ${options.invites}`);
    });
}

const newId = (): string => randomId(10, () => randomInt(2 ** 32) / 2 ** 32);

async function writeInvites(file: string, invites: readonly Invite[]): Promise<void> {
  const line = (cells: readonly (string | null)[]): string => cells.map(csvCell).join(',');
  const rows = invites.map(({ entry, token }) => line([entry.unit, entry.name, entry.staffNumber, token]));
  // The mark makes Excel read UTF-8.
  const source = `\ufeff${[line(['单位', '姓名', '工号', '邀请码']), ...rows].join('\r\n')}\r\n`;
  await writeFile(file, source, { mode: 0o600 }).catch((cause) => {
    const remedy = 'the roster is in; write new invites with --reissue';
    throw new Outage(`${file}: cannot be written: ${reasonOf(cause)}; ${remedy}`, { cause });
  });
}

/** Quoted where needed; a cell that a spreadsheet would run as a formula is made text (OWASP, CSV Injection). */
function csvCell(cell: string | null): string {
  const text = /^[=+@\t-]/.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
