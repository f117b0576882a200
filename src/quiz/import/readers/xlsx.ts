import exceljs from 'exceljs';
import { BadInput } from '../../../errors.ts';
import { problems, reasons } from '../phrases.ts';
import { joinReadings, type Reading } from '../reading.ts';
import type { BankReader } from './bank-reader.ts';
import { readRows } from './rows.ts';

/** Excel workbooks: every sheet; a sheet may be named after a type (单选题). */
export const xlsx: BankReader = {
  format: 'xlsx',
  extensions: ['.xlsx'],
  async read(file, bytes) {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer).catch((cause) => {
      throw new BadInput({ file }, problems.corrupt('xlsx'), { cause });
    });
    const several = workbook.worksheets.length > 1;
    return joinReadings(
      workbook.worksheets.map((sheet) => {
        const reading = readRows(rowsOf(sheet), sheet.name);
        return several ? named(reading, sheet.name) : reading;
      }),
    );
  },
};

function rowsOf(sheet: exceljs.Worksheet) {
  const rows: { line: number; cells: string[] }[] = [];
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, i) => textOf(row.getCell(i + 1).value));
    rows.push({ line, cells });
  });
  return rows;
}

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as exceljs.CellValue);
  if ('result' in value) return textOf(value.result as exceljs.CellValue);
  return '';
}

const named = (reading: Reading, sheet: string): Reading => ({
  ...reading,
  rejected: reading.rejected.map((each) => ({ ...each, reason: reasons.sheet(sheet, each.reason) })),
});
