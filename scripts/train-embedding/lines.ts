import { readFile } from 'node:fs/promises';

/** The lines of a UTF-8 file, without the empty one after the last line break. */
export async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '').split(/\r?\n/);
}
