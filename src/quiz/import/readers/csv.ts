import { CsvError, parse } from 'csv-parse/sync';
import { BadInput } from '../../../errors.ts';
import { decode } from '../decode.ts';
import { problems } from '../phrases.ts';
import type { Row } from '../table.ts';
import type { BankReader } from './bank-reader.ts';
import { readRows } from './rows.ts';

/** Comma, tab or semicolon separated values; the separator is the commonest in the first line. */
export const csv: BankReader = {
  format: 'csv',
  extensions: ['.csv', '.tsv'],
  read: async (file, bytes) => readRows(rowsOf(file, decode(file, bytes))),
};

function rowsOf(file: string, source: string): Row[] {
  const first = source.slice(0, source.search(/[\r\n]|$/));
  const count = (separator: string): number => first.split(separator).length;
  const delimiter = [',', '\t', ';', '，'].reduce((a, b) => (count(b) > count(a) ? b : a));
  const lines = startLines(source);
  try {
    const records = parse(source, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number; bytes: number } }[];
    let end = 0;
    return records.map(({ record, info }) => {
      const line = lines.find((each) => each > end) ?? info.lines;
      end = info.lines;
      return { line: Math.min(line, info.lines), cells: record };
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : undefined;
    throw new BadInput({ file, ...(line === undefined ? {} : { line }) }, problems.corrupt('csv'), { cause });
  }
}

/** Lines on which something stands, counted from 1. */
const startLines = (source: string): number[] =>
  source.split(/\r\n|\r|\n/).flatMap((line, i) => (line.trim() ? [i + 1] : []));
