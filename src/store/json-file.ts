import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { syncFolder } from '../sync-folder.ts';

/**
 * A lowdb adapter that outlives a power cut. lowdb's own writes a temporary file and renames it, without fsync, and
 * widens the mode to 644. This one flushes the new file before the rename and its folder after it: once `write`
 * resolves, the data is on disk as far as the disk is honest, and at any moment the file is whole, old or new.
 * The file is readable by its owner alone.
 */
export function createJsonFile(file: string) {
  const temporary = join(dirname(file), `.${basename(file)}.tmp`);
  return {
    /** Null where there is no file. @throws BadInput where it is no JSON; Outage where it cannot be read */
    async read(): Promise<unknown> {
      const source = await readFile(file, 'utf8').catch((cause) => {
        if (cause.code === 'ENOENT') return null;
        throw new Outage(`${file}: cannot be read: ${reasonOf(cause)}`, { cause });
      });
      if (source === null) return null;
      try {
        return JSON.parse(source);
      } catch (cause) {
        throw corrupt(file, `is not JSON (${reasonOf(cause)})`, cause);
      }
    },
    /** Takes the data as it is now. @throws Outage where it cannot be written; the file is then as before */
    async write(data: unknown): Promise<void> {
      const source = JSON.stringify(data);
      try {
        const handle = await open(temporary, 'w', 0o600);
        try {
          await handle.writeFile(source);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, file);
        await syncFolder(dirname(file));
      } catch (cause) {
        throw new Outage(`${file}: cannot be written: ${reasonOf(cause)}`, { cause });
      }
    },
  };
}

/** The one remedy for a file of data that cannot be trusted: it is never written over. */
export function corrupt(file: string, problem: string, cause?: unknown, line?: number): BadInput {
  const remedy =
    'nothing has been changed. Put a backup in its place, or move it away to start without records';
  return new BadInput({ file, ...(line !== undefined && { line }) }, `${problem}; ${remedy}`, { cause });
}
