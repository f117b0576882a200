import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../src/json-lines.ts';
import { folderOf } from './fakes/knowledge-folder.ts';

const record = z.object({ id: z.string(), articles: z.array(z.number()).min(1) });
const read = async (source: string) =>
  readJsonLines(join(await folderOf({ 'q.jsonl': source }), 'q.jsonl'), record);

describe('readJsonLines', () => {
  it('reads a record a line, over blank lines, line ends of Windows and a byte order mark', async () => {
    const line = '{"id":"a","articles":[1]}';
    expect(await read(`\uFEFF${line}\r\n\n${line}\n`)).toHaveLength(2);
    expect(await read('')).toEqual([]);
  });

  it.each([
    ['not JSON', 2],
    ['{"id":1,"articles":[1]}', 2],
    ['{"id":"a","articles":[]}', 2],
    ['[]', 2],
  ])('names file and line of %s', async (bad, line) => {
    await expect(read(`{"id":"a","articles":[1]}\n${bad}\n`)).rejects.toThrow(
      new RegExp(`q\\.jsonl:${line}: `),
    );
  });

  it('names the field that is wrong', async () => {
    await expect(read('{"id":"a","articles":["1"]}')).rejects.toThrow(/articles\.0: /);
  });

  it('says so where there is no file', async () => {
    await expect(readJsonLines('/none.jsonl', record)).rejects.toThrow(/none\.jsonl: cannot be read/);
  });
});
