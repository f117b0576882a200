import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { BadInput, reasonOf } from '../../errors.ts';
import type { Row } from './roster.ts';

type ReadRows = (bytes: Buffer) => Row[] | Promise<Row[]>;

/** Readers of tables by the ending of their files. */
const readers: Record<string, ReadRows> = { '.csv': readCsv };

/** @throws BadInput where the file cannot be read as a table */
export async function readRows(path: string): Promise<Row[]> {
  const read = readers[extname(path).toLowerCase()];
  if (!read) throw new BadInput({ file: path }, `is none of ${Object.keys(readers).join(', ')}`);
  const bytes = await readFile(path).catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
  try {
    return await read(bytes);
  } catch (cause) {
    const { lines } = cause as { lines?: number };
    throw new BadInput(
      { file: basename(path), ...(lines !== undefined && { line: lines }) },
      `is no table: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

function readCsv(bytes: Buffer): Row[] {
  const records = parse(decoded(bytes), { info: true, relax_column_count: true, skip_empty_lines: false });
  return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
    line: info.lines,
    cells: record,
  }));
}

/** UTF-8, or GB18030 as Chinese Excel saves csv. A byte order mark is dropped. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
