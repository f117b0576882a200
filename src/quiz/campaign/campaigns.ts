import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BadInput, Outage, reasonOf } from '../../errors.ts';
import type { Bank } from '../bank.ts';
import { makeFile } from '../new-file.ts';
import { yamlFiles } from '../yaml-files.ts';
import { type Campaign, phaseAt } from './campaign.ts';
import { checkCampaign } from './campaign-check.ts';
import { type CampaignFile, type CampaignFinding, readCampaign } from './campaign-file.ts';

export type Campaigns = ReadonlyMap<string, Campaign>;

/** Where campaigns come from: those of the project, and those an organiser has made. */
export interface CampaignFolders {
  seedsDir: string;
  dataDir: string;
}

const madeIn = ({ dataDir }: CampaignFolders): string => join(dataDir, 'campaigns');

/** Paths of every campaign (*.yaml) of both folders, each of which may be missing. */
export async function campaignPaths(folders: CampaignFolders): Promise<string[]> {
  return [
    ...(await yamlFiles(join(folders.seedsDir, 'campaigns'), 'SEEDS_DIR')),
    ...(await yamlFiles(madeIn(folders), 'DATA_DIR')),
  ];
}

/** Campaigns as far as they are sound, with what is not. @throws BadInput where a file cannot be read */
export async function checkCampaigns(
  paths: readonly string[],
  bank: Bank,
  now: number,
): Promise<{ files: CampaignFile[]; findings: CampaignFinding[] }> {
  const files = new Map<string, CampaignFile>();
  const findings: CampaignFinding[] = [];
  for (const path of paths) {
    const source = await readFile(path, 'utf8').catch((cause) => {
      throw new BadInput({ file: path }, 'cannot be read', { cause });
    });
    const read = readCampaign(basename(path), source);
    if (Array.isArray(read)) {
      findings.push(...read);
      continue;
    }
    const { id } = read.campaign;
    const other = files.get(id);
    const found = [
      ...(other
        ? [{ file: read.file, line: read.lineAt(['id']), message: `the id ${id} is that of ${other.file}` }]
        : []),
      ...checkCampaign(read, bank, now),
    ];
    findings.push(...found);
    if (found.length === 0) files.set(id, read);
  }
  return { files: [...files.values()], findings };
}

/** Every campaign with its lines. @throws BadInput naming file and line of the first thing wrong */
export async function readCampaigns(
  folders: CampaignFolders,
  bank: Bank,
  now: number,
): Promise<CampaignFile[]> {
  const { files, findings } = await checkCampaigns(await campaignPaths(folders), bank, now);
  if (findings[0]) throw badCampaign(findings[0]);
  return files;
}

/** Every campaign by id. @throws BadInput as `readCampaigns` */
export async function loadCampaigns(folders: CampaignFolders, bank: Bank, now: number): Promise<Campaigns> {
  const files = await readCampaigns(folders, bank, now);
  return new Map(files.map(({ campaign }) => [campaign.id, campaign]));
}

/**
 * Takes a file in among the organiser's campaigns.
 * @throws BadInput where it is unsound, over already, or its id is in use
 */
export async function createCampaign(
  path: string,
  folders: CampaignFolders,
  bank: Bank,
  now: number,
): Promise<Campaign> {
  const existing = await loadCampaigns(folders, bank, now);
  const { files, findings } = await checkCampaigns([path], bank, now);
  if (findings[0]) throw badCampaign(findings[0]);
  const { campaign } = files[0]!;
  if (existing.has(campaign.id))
    throw new BadInput({ file: path }, `the id ${campaign.id} is in use; choose another`);
  if (phaseAt(campaign, now) === 'closed')
    throw new BadInput({ file: path }, 'the campaign would be closed already; move window.closes');
  const target = join(madeIn(folders), `${campaign.id}.yaml`);
  try {
    await makeFile(target, await readFile(path, 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new BadInput({ file: target }, 'is there already, for another campaign; rename it', { cause });
    throw new Outage(`${target}: cannot be written: ${reasonOf(cause)}`, { cause });
  }
  return campaign;
}

const badCampaign = (finding: CampaignFinding): BadInput =>
  new BadInput(finding, `${finding.message}; see \`mingbai campaign check\``);
