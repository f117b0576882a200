import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BadInput } from '../errors.ts';
import { checkItems } from './bank-check.ts';
import { type BankFile, type Item, readBank } from './bank-file.ts';
import { applyCorrections } from './correction/correction.ts';
import { correctionsIn, readCorrections } from './correction/corrections-file.ts';
import type { Finding } from './finding.ts';
import { yamlFiles } from './yaml-files.ts';

/** Every item that may be drawn. */
export interface Bank {
  items: readonly Item[];
  /** Undefined where the id was never in a bank or has been withdrawn. */
  item(id: string): Item | undefined;
  /** Names of the banks, and that of the bank an item stands in. */
  names: ReadonlySet<string>;
  nameOf(item: string): string | undefined;
}

/** @param nameOf name of the bank by the id of an item */
export function createBank(items: readonly Item[], nameOf: ReadonlyMap<string, string> = new Map()): Bank {
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    items,
    item: (id) => byId.get(id),
    names: new Set(nameOf.values()),
    nameOf: (item) => nameOf.get(item),
  };
}

/** Where banks come from: `banks/*.yaml` of the project, and those of an installation with its corrections. */
export interface BankFolders {
  seedsDir: string;
  /** Left out: the project's banks as they are. */
  dataDir?: string;
}

/**
 * Every item with the corrections over it, fit for play.
 * @throws BadInput naming file and line of the first thing that makes an item unfit
 */
export async function loadBank(folders: BankFolders): Promise<Bank> {
  const { files, findings } = await readInstalled(folders);
  return bankOf(files, findings);
}

/** @throws BadInput where anything keeps the banks out of play */
export function bankOf(files: readonly BankFile[], findings: readonly Finding[]): Bank {
  const unfit = [...findings, ...checkItems(files)].find(({ severity }) => severity === 'error');
  if (unfit)
    throw new BadInput(unfit, `${unfit.item ?? 'bank'}: ${unfit.message}; see \`mingbai bank check\``);
  return createBank(
    files.flatMap((file) => file.items.map(({ item }) => item)),
    new Map(files.flatMap(({ bank, items }) => items.map(({ item }) => [item.id, bank] as const))),
  );
}

/** The banks of an installation as far as they can be read, corrections over them, with what is wrong there. */
export async function readInstalled(
  folders: BankFolders,
): Promise<{ files: BankFile[]; findings: Finding[] }> {
  const read = await readBanks(await installedPaths(folders));
  const { dataDir } = folders;
  const written =
    dataDir === undefined ? { corrections: [], findings: [] } : await readCorrections(correctionsIn(dataDir));
  const { files, findings } = applyCorrections(read.files, written.corrections);
  return { files, findings: [...read.findings, ...written.findings, ...findings] };
}

/** Banks as far as they can be read, with what cannot. @throws BadInput where a file is missing */
export async function readBanks(
  paths: readonly string[],
): Promise<{ files: BankFile[]; findings: Finding[] }> {
  const read = await Promise.all(paths.map(async (path) => readBank(basename(path), await sourceOf(path))));
  return { files: read.map(({ file }) => file), findings: read.flatMap(({ findings }) => findings) };
}

/** Paths of every bank of an installation, the project's first. @throws BadInput as `bankPaths` */
export async function installedPaths({ seedsDir, dataDir }: BankFolders): Promise<string[]> {
  const imported = dataDir === undefined ? [] : await yamlFiles(join(dataDir, 'banks'), 'DATA_DIR');
  return [...(await bankPaths(join(seedsDir, 'banks'))), ...imported];
}

/** @throws BadInput where the folder cannot be read or holds no bank */
export async function bankPaths(folder: string): Promise<string[]> {
  const remedy = 'set SEEDS_DIR to a folder with banks/*.yaml';
  const names = await readdir(folder).catch((cause) => {
    throw new BadInput({ file: folder }, `cannot be read; ${remedy}`, { cause });
  });
  const banks = names.filter((name) => name.endsWith('.yaml')).sort();
  if (banks.length === 0) throw new BadInput({ file: folder }, `holds no banks; ${remedy}`);
  return banks.map((name) => join(folder, name));
}

async function sourceOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
}
