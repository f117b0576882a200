import exceljs from 'exceljs';
import { escaped } from '../export/xlsx.ts';
import { phrases } from './phrases.ts';
import type { Cell, Sheet } from './sheets/sheet.ts';

/** What offices print in. Named and marked as Chinese, so that a machine without it takes another Chinese one. */
const font = { name: '宋体', family: 3, charset: 134, size: 11 } as const;
const lineHeight = 16;
/** What Excel allows. */
const tallest = 409;
const thin = { style: 'thin', color: { argb: 'FFB8C0C8' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3ECF5' } } as const;
/** From weak over middling to strong, shares of 0.4, 0.7 and 1. */
const heat = [
  { value: 0.4, argb: 'FFF4A58A' },
  { value: 0.7, argb: 'FFFDF0C4' },
  { value: 1, argb: 'FFA9D6B5' },
];

/** The sheets as an .xlsx that an office prints and files: A4 landscape, headings on every page. */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  title: string,
  now: number,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.title = title;
  workbook.created = new Date(now);
  workbook.modified = new Date(now);
  for (const sheet of sheets) layOut(workbook, sheet, title);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function layOut(
  workbook: exceljs.Workbook,
  { name, title, notes, columns, rows, heat: hot }: Sheet,
  of: string,
): void {
  const head = notes.length + 2;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  // What is too wide to be read on one page goes on to others, with the first column on each.
  const pages = Math.ceil(width / 260);
  const sheet = workbook.addWorksheet(name, {
    // exceljs leaves out columns of its own default width, 9.
    properties: { defaultColWidth: 9 },
    views: [{ state: 'frozen', ySplit: head, xSplit: pages > 1 ? 1 : 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${head}:${head}`,
      ...(pages > 1 && { printTitlesColumn: 'A:A' }),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${phrases.footer(of.replaceAll('&', '&&'))}` },
  });
  columns.forEach((column, i) => {
    sheet.getColumn(i + 1).width = column.width;
  });
  [title, ...notes].forEach((line, i) => {
    const row = sheet.addRow([]);
    sheet.mergeCells(i + 1, 1, i + 1, columns.length);
    write(row.getCell(1), line);
    row.getCell(1).font = {
      ...font,
      ...(i === 0 ? { bold: true, size: 16 } : { color: { argb: 'FF52606D' } }),
    };
    row.getCell(1).alignment = {
      vertical: 'middle',
      wrapText: true,
      horizontal: i === 0 ? 'center' : 'left',
    };
    row.height = i === 0 ? 30 : heightOf(linesIn(line, Math.max(20, 0.94 * width)));
  });
  const header = sheet.addRow([]);
  columns.forEach((column, i) => {
    const cell = header.getCell(i + 1);
    write(cell, column.header);
    Object.assign(cell, { border, fill: headFill, font: { ...font, bold: true } });
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  header.height = heightOf(...columns.map((column) => linesIn(column.header, column.width - 1)));
  for (const cells of rows) {
    const row = sheet.addRow([]);
    columns.forEach((column, i) => {
      const cell = row.getCell(i + 1);
      cell.border = border;
      cell.font = font;
      const value = cells[i] ?? null;
      const left = column.left || (typeof value === 'string' && value !== phrases.none);
      cell.alignment = {
        vertical: 'middle',
        ...(column.wrap && { wrapText: true }),
        ...(left ? { horizontal: 'left', indent: 1 } : value !== null && { horizontal: 'right' }),
      };
      write(cell, value, column.format);
    });
    // A row without a height is as tall as one line wherever nobody fits it.
    row.height = heightOf(
      ...columns.map(({ wrap, width: own }, i) => {
        const value = cells[i];
        return wrap && typeof value === 'string' ? linesIn(value, own - 1.5) : 1;
      }),
    );
  }
  if (rows.length > 1)
    sheet.autoFilter = {
      from: { row: head, column: 1 },
      to: { row: head + rows.length, column: columns.length },
    };
  if (!hot || rows.length === 0) return;
  const at = (column: number, row: number): string => sheet.getCell(row, column + 1).address;
  sheet.addConditionalFormatting({
    ref: `${at(hot[0], head + 1)}:${at(hot[1], head + rows.length)}`,
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: heat.map(({ value }) => ({ type: 'num', value })),
        color: heat.map(({ argb }) => ({ argb })),
      },
    ],
  });
}

/**
 * Text stays text: it is stored as a string, never as a formula, and what begins like one is marked as text, so that
 * a spreadsheet leaves it alone when the cell is edited (OWASP, CSV Injection).
 */
function write(cell: exceljs.Cell, value: Cell, format?: string): void {
  if (typeof value === 'string') {
    cell.value = escaped(value);
    if (/^[=+\-@\t\r]/.test(value)) cell.numFmt = '@';
    return;
  }
  const number = typeof value === 'object' ? (value?.value ?? null) : value;
  const own = typeof value === 'object' ? (value?.format ?? format) : format;
  cell.value = number;
  if (own !== undefined && number !== null) cell.numFmt = own;
}

const heightOf = (...lines: number[]): number => Math.min(tallest, lineHeight * Math.max(1, ...lines));

/** Lines that a text takes in a column; Latin words and numbers hold together. */
function linesIn(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(/[\x21-\x7e]+ ?|./gsu)) {
    const own = breadth(piece);
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.ceil(Math.max(0, own - width) / width);
    used += own;
  }
  return lines;
}

/** In the width of a digit: a Chinese character has that of two and a little. */
const breadth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0xff ? 2.1 : 1.05), 0);
