import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from '../errors.ts';

/**
 * Paths of the *.yaml of a folder, by name; none where the folder is not there.
 * @param setting the environment variable under which the folder lies, for the remedy
 * @throws BadInput where it cannot be read
 */
export async function yamlFiles(folder: string, setting: 'SEEDS_DIR' | 'DATA_DIR'): Promise<string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new BadInput({ file: folder }, `cannot be read; set ${setting} to a folder that can`, { cause });
  });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}
