import { link, open, rename, rm } from 'node:fs/promises';
import { BadInput, Outage, reasonOf } from '../errors.ts';

/**
 * A file that is to be written once something that cannot be taken back is done. Whether it can be is found out
 * before, by a part beside it; the file itself is there whole or not at all, readable by its owner alone.
 * @param force whether a file of this name may be replaced
 * @throws BadInput where it cannot be written or is there already
 */
export async function openOutFile(path: string, force: boolean) {
  const part = `${path}.${process.pid}.part`;
  if (!force && (await exists(path)))
    throw new BadInput({ file: path }, 'is there already; give another name, or --force to replace it');
  const handle = await open(part, 'wx', 0o600).catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be written there', { cause });
  });
  return {
    /** @throws Outage where it cannot be written after all */
    async write(content: string | Uint8Array): Promise<void> {
      try {
        await handle.writeFile(content);
        await handle.sync();
        await (force ? rename(part, path) : link(part, path));
      } catch (cause) {
        throw new Outage(`${path}: cannot be written: ${reasonOf(cause)}`, { cause });
      }
    },
    /** To be called in any case. */
    async close(): Promise<void> {
      await handle.close();
      await rm(part, { force: true });
    },
  };
}

async function exists(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new BadInput({ file: path }, 'cannot be looked at', { cause: error });
  });
  await handle?.close();
  return handle !== null;
}
