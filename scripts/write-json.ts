import { rename, writeFile } from 'node:fs/promises';

/** Written beside and renamed: a script that ends early (`… | head`) leaves the old file as it was. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const partial = `${file}.partial`;
  await writeFile(partial, `${JSON.stringify(value, null, 2)}\n`);
  await rename(partial, file);
}
