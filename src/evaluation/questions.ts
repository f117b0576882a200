import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { BadInput } from '../errors.ts';

/**
 * Reads a JSON Lines file, each line checked by `schema`.
 * @throws BadInput with file and line
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const source = await readFile(file, 'utf8').catch((cause) => {
    throw new BadInput({ file }, 'cannot be read; name an existing JSON Lines file', { cause });
  });
  return source.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = { file, line: index + 1 };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new BadInput(place, 'is not JSON; write one object a line', { cause });
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    throw new BadInput(place, `${issue.path.join('.') || 'record'}: ${issue.message}`);
  });
}
