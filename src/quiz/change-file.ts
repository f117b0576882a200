import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BadInput, Outage, reasonOf } from '../errors.ts';
import { syncFolder } from '../sync-folder.ts';

const stepMs = 50;

/**
 * Changes a file whole or not at all, on disk when it resolves. One process at a time; others wait a moment for it.
 * @param change is given what is there, or null; what it throws leaves the file as it was
 * @throws BadInput where another process goes on changing it; Outage where it cannot be read or written
 */
export async function changeFile(
  path: string,
  change: (before: string | null) => string,
  patienceMs = 3000,
): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  const failed = (cause: unknown): Outage =>
    new Outage(`${path}: cannot be changed: ${reasonOf(cause)}`, { cause });
  await mkdir(dirname(path), { recursive: true }).catch((cause) => {
    throw failed(cause);
  });
  const begin = (leftMs: number): Promise<FileHandle> =>
    open(part, 'wx').catch(async (cause) => {
      if (cause.code !== 'EEXIST') throw failed(cause);
      if (leftMs > 0) return pause(stepMs).then(() => begin(leftMs - stepMs));
      const problem = `is being changed by another process; if none is, delete ${part}`;
      throw new BadInput({ file: path }, problem, { cause });
    });
  const handle = await begin(patienceMs);
  try {
    try {
      const after = change(await sourceOf(path));
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(part, { force: true });
    throw cause instanceof BadInput ? cause : failed(cause);
  }
}

async function sourceOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((cause) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
}
