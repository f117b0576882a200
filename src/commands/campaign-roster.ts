import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { operate } from '../control/operate.ts';
import { extendRoster as extension } from '../control/operations/extend-roster.ts';
import { inviteSheetPdf } from '../documents/invite-sheet.ts';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { extendRoster, readRoster } from '../quiz/campaign/people/roster.ts';
import { readTable } from '../quiz/campaign/people/roster-file.ts';
import { readSnapshot } from '../store/snapshot.ts';
import { findCampaign } from './campaigns.ts';
import { type InviteLinks, invitesCsv, sheetOf } from './invites.ts';
import { openOutFile } from './out-file.ts';
import { openShell, print } from './shell.ts';

interface Options {
  invites?: string;
  sheet?: string;
  bot?: string;
  reissue?: true;
  preview?: true;
  force?: true;
}

type Persons = ReturnType<typeof readRoster>['persons'];

export function addRosterCommand(campaign: Command): void {
  campaign
    .command('roster')
    .description('put persons on a roster and write their invites; nothing changes where a row has an error')
    .argument('<id>', 'the campaign’s id, as `campaign list` has it')
    .argument('<file>', 'xlsx or csv with the columns 单位, 姓名 or 工号, and if wanted 手机 and 区县')
    .option('--preview', 'only count the persons of each unit and list the errors')
    .option('--invites <file>', 'where to write the invites (csv); they cannot be read again later')
    .option('--sheet <file>', 'where to write cards with QR codes to print and cut apart (pdf)')
    .option('--bot <name>', 'name of the Telegram bot, for links into it', botName)
    .option('--reissue', 'new invites also for those on the roster who have not joined yet')
    .option('--force', 'replace files of these names')
    .action(async (id: string, file: string, options: Options) => {
      const { rows, unread } = await readTable(file);
      const { persons, problems } = readRoster(rows);
      for (const sheet of unread)
        print(`${basename(file)}: the sheet ${sheet} is a roster too and was not read`);
      if (options.preview) for (const line of await preview(id, persons)) print(line);
      for (const { line, message } of problems) print(`${basename(file)}:${line}: ${message}`);
      if (problems.length > 0) process.exitCode = 1;
      else if (!options.preview) await extend(id, persons, options);
    });
}

function botName(given: string): string {
  const name = given.replace(/^@/, '');
  if (/^[a-z]\w{4,31}$/i.test(name)) return name;
  throw new InvalidArgumentError('give the name that follows t.me/');
}

/** Persons by unit, and how many the roster does not have yet. */
async function preview(id: string, persons: Persons): Promise<string[]> {
  const { config } = await findCampaign(id);
  const before = await (await readSnapshot(config.dataDir)).roster(id);
  const fresh = extendRoster(before, persons, { id: () => '', token: () => '' }).invites.length;
  const units = new Map<string, number>();
  for (const { unit } of persons) units.set(unit, (units.get(unit) ?? 0) + 1);
  return [
    ...[...units].map(([unit, count]) => `${unit}\t${count}`),
    `${persons.length} persons in ${units.size} units, ${fresh} of them new to the roster`,
  ];
}

/** The invites are in files of their own before anything else can go wrong. */
async function extend(id: string, persons: Persons, options: Options): Promise<void> {
  const { invites: path, sheet, bot, force = false, reissue = false } = options;
  if (path === undefined) throw new BadInput({ file: 'roster' }, 'give --invites FILE, or --preview');
  const { config } = openShell();
  const links: InviteLinks = { publicUrl: config.publicUrl, ...(bot !== undefined && { bot }) };
  const csv = await openOutFile(path, force);
  try {
    const pdf = sheet === undefined ? null : await openOutFile(sheet, force);
    try {
      const { title, invites } = await operate(config, extension, { campaign: id, persons, reissue });
      if (invites.length === 0) return print(`${persons.length} persons read, nobody new: nothing written`);
      await csv.write(invitesCsv(invites, links)).catch(lost);
      print(`${persons.length} persons read, ${invites.length} invites written to ${path}`);
      if (pdf) await pdf.write(await inviteSheetPdf(sheetOf(title, invites, links)));
      if (pdf) print(`cards written to ${sheet}`);
    } finally {
      await pdf?.close();
    }
  } finally {
    await csv.close();
  }
  if (/^\[?(127\.|localhost|0\.0\.0\.0|::)/.test(new URL(config.publicUrl).hostname))
    print(`the links lead to ${config.publicUrl}, this machine alone; set PUBLIC_URL and --reissue --force`);
}

const lost = (cause: unknown): never => {
  throw new Outage(`${reasonOf(cause)}; the roster is in, write new invites with --reissue`, { cause });
};
