import { link, mkdir, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadInput } from '../../errors.ts';

/** Puts a new bank in place whole or not at all. @throws BadInput where there is one already, or no right to write */
export async function saveBank(path: string, source: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, source, { flag: 'wx' });
    try {
      await link(part, path);
    } finally {
      await unlink(part);
    }
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new BadInput(
      { file: path },
      exists ? '已经有这个文件；请用 --bank 换一个名字' : '写不进去；请检查 DATA_DIR 的权限',
      { cause },
    );
  }
}
