import exceljs from 'exceljs';

/** A sheet of a workbook: its rows that hold anything, with their numbers, as the text that people see. */
interface Sheet {
  name: string;
  rows: { line: number; cells: string[] }[];
}

/** Every sheet in its order. Each cell of a merged field has the text of the field. @throws Error where it is no xlsx */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return workbook.worksheets.map((sheet) => {
    const rows: Sheet['rows'] = [];
    sheet.eachRow((row, line) => {
      const cells = Array.from({ length: row.cellCount }, (_, i) => {
        const { value, numFmt } = row.getCell(i + 1);
        return textOf(value, numFmt);
      });
      rows.push({ line, cells });
    });
    return { name: sheet.name, rows };
  });
}

function textOf(value: exceljs.CellValue, format?: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text ?? '').join('');
  if ('text' in value) return textOf(value.text as exceljs.CellValue);
  if ('result' in value) return textOf(value.result as exceljs.CellValue, format);
  return '';
}

/** The one number format that numbers of persons have: 000000 shows 1047 as 001047. */
const numberText = (value: number, format = ''): string =>
  /^0+$/.test(format) && Number.isInteger(value) && value >= 0
    ? String(value).padStart(format.length, '0')
    : String(value);
