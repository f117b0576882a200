/** A cell; a number may bring a format of its own. Null is empty. */
export type Cell = string | number | null | { value: number; format: string };

export interface Column {
  header: string;
  /** In characters of the usual size; a Chinese one takes two. */
  width: number;
  format?: string;
  /** Long text goes on in lines. */
  wrap?: true;
  /** Numbers stand to the left, too. */
  left?: true;
}

/** A table as it is to be laid out; src/quiz/report/workbook.ts does it. */
export interface Sheet {
  name: string;
  title: string;
  /** Lines under the title. */
  notes: string[];
  columns: Column[];
  rows: Cell[][];
  /** First and last column, from 0, whose cells are shares coloured from weak to strong. */
  heat?: [number, number];
}

export const formats = {
  percent: '0.0%',
  points: '0.0',
  index: '0.00',
  duration: '[h]:mm:ss',
  moment: 'yyyy-mm-dd hh:mm',
};

const dayMs = 24 * 3600_000;
/** 1970-01-01 as spreadsheets count days. */
const epoch = 25_569;

/** A moment by the clock in China, as a date that can be sorted. */
export const momentCell = (at: number): Cell => ({
  value: epoch + (at + 8 * 3600_000) / dayMs,
  format: formats.moment,
});

export const durationCell = (ms: number): Cell => ({ value: ms / dayMs, format: formats.duration });
