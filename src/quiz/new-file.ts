import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.ts';

/**
 * Makes a file, and its folder where that is missing: whole or not at all, over no other, on disk when it resolves.
 * @throws an errno exception, EEXIST where there is one already
 */
export async function makeFile(path: string, source: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(part, 'w');
  try {
    try {
      await handle.writeFile(source);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(part, path);
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(dirname(path));
}
