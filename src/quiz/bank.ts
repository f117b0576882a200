import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BadInput } from '../errors.ts';
import { checkItems } from './bank-check.ts';
import { type BankFile, type Item, readBank } from './bank-file.ts';
import type { Finding } from './finding.ts';

/** Every item that may be drawn. */
export interface Bank {
  items: readonly Item[];
  /** Undefined where the id was never in a bank or has been withdrawn. */
  item(id: string): Item | undefined;
}

export function createBank(items: readonly Item[]): Bank {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { items, item: (id) => byId.get(id) };
}

/**
 * The banks of a folder (*.yaml), fit for play.
 * @throws BadInput naming file and line of the first thing that makes an item unfit
 */
export async function loadBank(folder: string): Promise<Bank> {
  const { files, findings } = await readBanks(await bankPaths(folder));
  const unfit = [...findings, ...checkItems(files)][0];
  if (unfit)
    throw new BadInput(unfit, `${unfit.item ?? 'bank'}: ${unfit.message}; see \`mingbai bank check\``);
  return createBank(files.flatMap((file) => file.items.map(({ item }) => item)));
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

async function sourceOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
}
