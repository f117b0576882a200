import { access, constants, mkdir } from 'node:fs/promises';
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
