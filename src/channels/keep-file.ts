import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Outage, reasonOf } from '../errors.ts';
import type { SentFile } from '../message/message.ts';
import { fileName } from './file-name.ts';

const most = 1000;

/**
 * Writes a file into a folder under its own name, or with -2, -3 … where there is one of that name already.
 * @returns its path
 * @throws Outage where the folder cannot be written to
 */
export async function keepFile({ name, bytes }: Pick<SentFile, 'name' | 'bytes'>, folder: string) {
  const safe = fileName(name);
  const ending = extname(safe);
  const stem = safe.slice(0, safe.length - ending.length);
  for (let n = 1; n <= most; n += 1) {
    const path = join(folder, n === 1 ? safe : `${stem}-${n}${ending}`);
    try {
      await writeFile(path, bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new Outage(`cannot write ${path}: ${reasonOf(error)}`, { cause: error });
    }
  }
  throw new Outage(`there are ${most} files named ${safe} in ${folder}`);
}
