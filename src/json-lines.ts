import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { BadInput } from './errors.ts';

/**
 * The records of a JSON Lines text, each line checked by `schema`; empty lines are passed over.
 * @throws BadInput with file and line
 */
export function parseJsonLines<T>(file: string, source: string, schema: z.ZodType<T>): T[] {
  return source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => {
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

/** The records of a JSON Lines file. @throws BadInput where it cannot be read, or with file and line */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const source = await readFile(file, 'utf8').catch((cause) => {
    throw new BadInput({ file }, 'cannot be read; name an existing JSON Lines file', { cause });
  });
  return parseJsonLines(file, source, schema);
}
