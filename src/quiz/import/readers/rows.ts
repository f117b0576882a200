import type { Reading } from '../reading.ts';
import { type Row, readTable } from '../table.ts';
import { numbered } from '../text/line.ts';
import { readLines } from '../text/read-text.ts';

/** Rows of a sheet: a table where it has a header, else text typed into cells. */
export function readRows(rows: readonly Row[], name = ''): Reading {
  const table = readTable(rows, name);
  if (table) return table;
  return readLines(
    rows.flatMap(({ line, cells }) =>
      numbered(
        [
          cells
            .map((cell) => cell.replace(/\s*\n\s*/g, '\t'))
            .filter(Boolean)
            .join('\t'),
        ],
        line,
      ),
    ),
  );
}
