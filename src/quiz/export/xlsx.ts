import exceljs from 'exceljs';
import { ownHeader } from '../import/columns.ts';
import { questionType } from '../questions/index.ts';
import type { BankWriter } from './bank-writer.ts';

const letterOf = (index: number): string => String.fromCharCode(65 + index);
/** Columns before the options. */
const lead = ownHeader.length - 2;

/** A sheet with a row an item, as an office edits it. */
export const xlsx: BankWriter = {
  format: 'xlsx',
  extension: '.xlsx',
  async write(items, { title }) {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet(
      title
        .replace(/[\\/?*[\]:]/g, ' ')
        .trim()
        .replace(/^'|'$/g, '')
        .slice(0, 31) || '题库',
    );
    const most = Math.max(2, ...items.map(({ options }) => options.length));
    sheet.addRow([
      ...ownHeader.slice(0, lead),
      ...Array.from({ length: most }, (_, i) => `选项${letterOf(i)}`),
    ]);
    for (const item of items) {
      const judge = item.type === 'judge';
      const key = judge ? item.options[item.answer[0]!]! : item.answer.map(letterOf).join('');
      const { id, stem, explanation, book, article, difficulty, options } = item;
      const cells = [id, questionType(item.type).label, stem, key, explanation, book, article, difficulty];
      sheet.addRow(
        [...cells, ...(judge ? [] : options)].map((cell) =>
          typeof cell === 'string' ? escaped(cell) : cell,
        ),
      );
    }
    sheet.getRow(1).font = { bold: true };
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
    [14, 8, 60, 8, 40, 6, 8, 6].forEach((width, i) => {
      sheet.getColumn(i + 1).width = width;
    });
    for (let i = 0; i < most; i++) sheet.getColumn(lead + 1 + i).width = 24;
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
};

/** Excel reads _x0041_ in a cell as A (ECMA-376, 22.9.2.19); its underscore is written as _x005F_ to stay. */
export const escaped = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
