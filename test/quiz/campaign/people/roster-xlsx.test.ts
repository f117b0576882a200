import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BadInput } from '../../../../src/errors.ts';
import { readRoster } from '../../../../src/quiz/campaign/people/roster.ts';
import { readTable } from '../../../../src/quiz/campaign/people/roster-file.ts';
import { folderOf } from '../../../fakes/knowledge-folder.ts';

async function bytesOf(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function tableOf(bytes: Uint8Array, name = 'r.xlsx') {
  const path = join(await folderOf({}), name);
  await writeFile(path, bytes);
  return readTable(path);
}

const rosterOf = async (fill: (workbook: exceljs.Workbook) => void) =>
  readRoster((await tableOf(await bytesOf(fill))).rows);

it('reads cells as the text that people see', async () => {
  const { persons, problems } = await rosterOf((workbook) => {
    const sheet = workbook.addWorksheet('名单');
    sheet.addRow(['单位', '姓名', '工号', '手机', '区县']);
    sheet.addRow([
      '甲',
      { richText: [{ text: '张' }, { font: { bold: true }, text: '三' }] },
      '007',
      13800000000,
    ]);
    sheet.addRow([{ formula: '"乙"&"局"', result: '乙局' }, '李四', 42, '138-0000-0000', '历下区']);
    sheet.addRow([
      { text: '丙', hyperlink: 'https://example.org' },
      { text: { richText: [{ text: '王五' }] }, hyperlink: 'mailto:w@example.org' } as never,
      { formula: 'A1', result: { error: '#N/A' } as never },
    ]);
    sheet.getCell('C3').numFmt = '00000';
  });
  expect(problems).toEqual([]);
  expect(persons).toEqual([
    { unit: '甲', name: '张三', staffNumber: '007', phone: '13800000000', district: null },
    { unit: '乙局', name: '李四', staffNumber: '00042', phone: '138-0000-0000', district: '历下区' },
    { unit: '丙', name: '王五', staffNumber: null, phone: null, district: null },
  ]);
});

it('finds the headings below merged titles, beside empty columns, and a unit merged over its persons', async () => {
  const { persons, problems } = await rosterOf((workbook) => {
    workbook.addWorksheet('说明').addRow(['请在“名单”里填写']);
    const sheet = workbook.addWorksheet('名单');
    sheet.mergeCells('A1:F2');
    sheet.getCell('A1').value = '某局报名表（单位 姓名）';
    sheet.getRow(4).values = [undefined, '序号', '单 位', undefined, '姓名'] as never;
    sheet.mergeCells('C5:C7');
    sheet.getCell('C5').value = '甲';
    for (const [i, name] of ['张三', '李四', '王五'].entries()) {
      sheet.getCell(5 + i, 2).value = i + 1;
      sheet.getCell(5 + i, 5).value = name;
    }
    sheet.getCell(9, 5).value = '赵六';
    sheet.getCell(30, 2).style = { font: { bold: true } };
  });
  expect(persons.map(({ unit, name }) => [unit, name])).toEqual([
    ['甲', '张三'],
    ['甲', '李四'],
    ['甲', '王五'],
  ]);
  expect(problems).toEqual([{ line: 9, message: 'no unit' }]);
});

it('names the rosters that it has not read', async () => {
  const bytes = await bytesOf((workbook) => {
    for (const unit of ['甲', '乙', '丙']) {
      const sheet = workbook.addWorksheet(unit);
      if (unit === '甲') sheet.addRow(['封面']);
      else
        sheet.addRows([
          ['单位', '姓名'],
          [unit, '张三'],
        ]);
    }
  });
  const { rows, unread } = await tableOf(bytes);
  expect(readRoster(rows).persons).toMatchObject([{ unit: '乙' }]);
  expect(unread).toEqual(['丙']);
});

it('refuses old, locked and broken workbooks with the remedy', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  await expect(tableOf(ole, 'r.xls')).rejects.toThrow(/r\.xls: .*save it as \.xlsx/);
  await expect(tableOf(ole)).rejects.toThrow(/password/);
  await expect(tableOf(Buffer.from('PK\u0003\u0004 torn'))).rejects.toThrow(/r\.xlsx: is no table/);
});

it('never throws but BadInput, whatever cells hold', async () => {
  const cell = fc.oneof(
    fc.constantFrom('单位', '姓名', '工号', '手机', null),
    fc.string({ maxLength: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.record({ formula: fc.constant('A1'), result: fc.oneof(fc.integer(), fc.constant(undefined)) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), async (rows) => {
      const { persons, problems } = await rosterOf((workbook) => {
        workbook.addWorksheet('名单').addRows(rows);
      });
      expect(persons.length + problems.length).toBeGreaterThan(0);
      for (const person of persons) expect(person.unit && (person.name ?? person.staffNumber)).toBeTruthy();
    }),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('.csv', '.xlsx'),
      async (bytes, ending) => {
        const read = await tableOf(bytes, `r${ending}`).catch((error) => error);
        if (read instanceof Error) expect(read).toBeInstanceOf(BadInput);
        else readRoster(read.rows);
      },
    ),
    { numRuns: 100 },
  );
});
