import { BadInput } from '../../errors.ts';
import { makeFile } from '../new-file.ts';

/** Puts a new bank in place whole or not at all. @throws BadInput where there is one already, or no right to write */
export async function saveBank(path: string, source: string): Promise<void> {
  try {
    await makeFile(path, source);
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new BadInput(
      { file: path },
      exists ? '已经有这个文件；请用 --bank 换一个名字' : '写不进去；请检查 DATA_DIR 的权限和剩余空间',
      { cause },
    );
  }
}
