import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BadInput } from '../errors.ts';
import { checkItems } from './bank-check.ts';
import { type BankFile, type Item, readBank } from './bank-file.ts';
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

/**
 * The banks of a folder (*.yaml), and the imported ones of another where there are any, fit for play.
 * @throws BadInput naming file and line of the first thing that makes an item unfit
 */
export async function loadBank(folder: string, imported?: string): Promise<Bank> {
  const paths = [...(await bankPaths(folder)), ...(imported ? await importedPaths(imported) : [])];
  const { files, findings } = await readBanks(paths);
  const unfit = [...findings, ...checkItems(files)][0];
  if (unfit)
    throw new BadInput(unfit, `${unfit.item ?? 'bank'}: ${unfit.message}; see \`mingbai bank check\``);
  return createBank(
    files.flatMap((file) => file.items.map(({ item }) => item)),
    new Map(files.flatMap(({ bank, items }) => items.map(({ item }) => [item.id, bank] as const))),
  );
}

/** Banks as far as they can be read, with what cannot. @throws BadInput where a file is missing */
export async function readBanks(
  paths: readonly string[],
): Promise<{ files: BankFile[]; findings: Finding[] }> {
  const read = await Promise.all(paths.map(async (path) => readBank(basename(path), await sourceOf(path))));
  return { files: read.map(({ file }) => file), findings: read.flatMap(({ findings }) => findings) };
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

/** Imported banks; none where the folder is not there. */
export const importedPaths = (folder: string): Promise<string[]> => yamlFiles(folder, 'DATA_DIR');

async function sourceOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
}
