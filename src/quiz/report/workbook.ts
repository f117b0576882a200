import exceljs from 'exceljs';
import { escaped } from '../export/xlsx.ts';
import { phrases } from './phrases.ts';
import type { Cell, Sheet } from './sheets/sheet.ts';

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
    row.getCell(1).font = i === 0 ? { bold: true, size: 16 } : { color: { argb: 'FF52606D' } };
    row.getCell(1).alignment = {
      vertical: 'middle',
      wrapText: true,
      horizontal: i === 0 ? 'center' : 'left',
    };
    row.height = i === 0 ? 30 : 16 * Math.ceil(breadth(line) / Math.max(20, width - 4));
  });
  const header = sheet.addRow([]);
  columns.forEach((column, i) => {
    const cell = header.getCell(i + 1);
    write(cell, column.header);
    Object.assign(cell, { border, fill: headFill, font: { bold: true } });
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  header.height =
    16 * Math.max(1, ...columns.map((column) => Math.ceil(breadth(column.header) / (column.width - 1))));
  for (const cells of rows) {
    const row = sheet.addRow([]);
    columns.forEach((column, i) => {
      const cell = row.getCell(i + 1);
      cell.border = border;
      const aside = column.left ? 'left' : cells[i] === phrases.none ? 'right' : null;
      cell.alignment = {
        vertical: 'middle',
        ...(column.wrap && { wrapText: true }),
        ...(aside && { horizontal: aside }),
      };
      write(cell, cells[i] ?? null, column.format);
    });
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

/** In halves of a Chinese character. */
const breadth = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0);
