import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from './errors.ts';

/** Makes the data folder where it is missing. @throws BadInput where it cannot be made or written */
export async function prepareDataDir(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new BadInput(
      { file: folder },
      'cannot be used as the data folder; set DATA_DIR to a folder that can be written',
      {
        cause,
      },
    );
  }
}

const keyBytes = 32;

/**
 * The key under which devices are hashed, made at the first need: the hashes tell nothing to whoever lacks it.
 * @throws BadInput where the file is not such a key
 */
export async function deviceKeyIn(folder: string): Promise<Uint8Array> {
  const file = join(folder, 'device.key');
  await writeFile(file, randomBytes(keyBytes), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const key = await readFile(file);
  if (key.length !== keyBytes) {
    throw new BadInput(
      { file },
      `holds ${key.length} bytes instead of ${keyBytes}; delete it, and a new one is made`,
    );
  }
  return key;
}
