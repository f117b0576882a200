import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadInput, Outage, reasonOf } from '../errors.ts';

/**
 * Changes a file whole or not at all, on disk when it resolves, one process at a time.
 * @param change is given what is there, or null; what it throws leaves the file as it was
 * @throws BadInput where another process is changing it; Outage where it cannot be read or written
 */
export async function changeFile(path: string, change: (before: string | null) => string): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  const failed = (cause: unknown): Outage =>
    new Outage(`${path}: cannot be changed: ${reasonOf(cause)}`, { cause });
  await mkdir(dirname(path), { recursive: true }).catch((cause) => {
    throw failed(cause);
  });
  const handle = await open(part, 'wx').catch((cause) => {
    if (cause.code !== 'EEXIST') throw failed(cause);
    throw new BadInput({ file: path }, `is being changed by another process; if none is, delete ${part}`, {
      cause,
    });
  });
  try {
    try {
      const after = change(await sourceOf(path));
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
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
