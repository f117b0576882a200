import { decode } from '../decode.ts';
import { readTable } from '../table.ts';
import { linesOf } from '../text/line.ts';
import { readText } from '../text/read-text.ts';
import type { BankReader } from './bank-reader.ts';

/** Questions as people type them, or a table with tabs between its columns. */
export const text: BankReader = {
  format: 'txt',
  extensions: ['.txt', '.text', '.md'],
  read: async (file, bytes) => {
    const source = decode(file, bytes);
    const lines = linesOf(source);
    const rows = lines.map(({ number, text: line }) => ({ line: number, cells: line.split('\t') }));
    const tabbed = rows.filter(({ cells }) => cells.length > 2).length > rows.length / 2;
    return (tabbed && readTable(rows)) || readText(source);
  },
};
