import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { BadInput, reasonOf } from '../../../errors.ts';
import { sheetsOf } from '../../xlsx-sheets.ts';
import { hasHeadings, type Row } from './roster.ts';

interface Table {
  name: string;
  rows: Row[];
}

/** Readers of tables by the ending of their files. */
const readers: Record<string, (bytes: Buffer) => Table[] | Promise<Table[]>> = {
  '.csv': (bytes) => [{ name: '', rows: readCsv(bytes) }],
  '.xlsx': sheetsOf,
};

const oldExcel = 'is an old Excel file (.xls) or has a password; save it as .xlsx without a password';

/**
 * The table of a file: of a workbook the first sheet with the headings of a roster. `unread` names further sheets
 * with such headings.
 * @throws BadInput where the file cannot be read as a table
 */
export async function readTable(path: string): Promise<{ rows: Row[]; unread: string[] }> {
  const ending = extname(path).toLowerCase();
  const read = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  const bytes = await readFile(path).catch((cause) => {
    throw new BadInput({ file: path }, 'cannot be read', { cause });
  });
  if (ending === '.xls' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new BadInput({ file: path }, oldExcel);
  if (!read) throw new BadInput({ file: path }, `is none of ${Object.keys(readers).join(', ')}`);
  if (ending === '.csv' && bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    throw new BadInput({ file: path }, 'is a workbook; name it .xlsx');
  const tables = await Promise.resolve(bytes)
    .then(read)
    .catch((cause) => {
      const { lines } = cause as { lines?: number };
      throw new BadInput(
        { file: basename(path), ...(lines !== undefined && { line: lines }) },
        `is no table: ${reasonOf(cause)}`,
        { cause },
      );
    });
  const [first, ...others] = tables.filter(({ rows }) => hasHeadings(rows));
  return { rows: (first ?? tables[0])?.rows ?? [], unread: others.map(({ name }) => name) };
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
