import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** The lines of a UTF-8 file, without the empty one after the last line break. */
export async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '').split(/\r?\n/);
}

/** The objects of a file that holds one JSON object a line. */
export async function readJsonLines<Row>(file: string, schema: z.ZodType<Row>): Promise<Row[]> {
  return (await readLines(file)).map((line, index) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: ${(cause as Error).message}`, { cause });
    }
  });
}
