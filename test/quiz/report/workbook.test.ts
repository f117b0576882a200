import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import { chartsOf } from '../../../src/quiz/report/charts.ts';
import { figuresOf } from '../../../src/quiz/report/figures.ts';
import { reportOf } from '../../../src/quiz/report/report.ts';
import { sheetsOf } from '../../../src/quiz/report/sheets/index.ts';
import { writeWorkbook } from '../../../src/quiz/report/workbook.ts';
import { bankItems, campaignOf, opening } from '../../fakes/campaign.ts';
import { copied, honestAttempt, personId } from '../../fakes/examinees.ts';
import { seeded } from '../../fakes/quiz.ts';
import { inUnit, materialOf } from './fixtures.ts';

const bank = createBank(bankItems(1));
const campaign = campaignOf({
  title: '任前 & 考试',
  audience: { kind: 'roster' },
  paper: { size: 20, draw: [{ type: 'single', count: 20, points: 5 }] },
  attempts: { most: 1, counts: 'best' },
});

/** 甲 with six persons and 乙 with three on the roster; the last of 甲 never joined. */
async function reportWith(hostile = '张三', open = false) {
  const random = seeded(3);
  const roster = Array.from({ length: 9 }, (_, i) => ({
    id: `e${String(i).padStart(9, '0')}`,
    unit: i < 6 ? '甲' : '乙',
    district: null,
    name: i === 0 ? hostile : `李${i}`,
    staffNumber: String(100 + i),
    phone: '13800000000',
    invite: '0'.repeat(64),
  }));
  const joined = roster.filter((_, i) => i !== 5);
  const participants = joined.map(({ id, unit }, i) =>
    inUnit(personId(i), unit, { entry: id, device: i < 2 ? 'shared' : null }),
  );
  const attempts = participants.map(({ id }) => honestAttempt(campaign, bank, id, random, -1));
  const source = attempts[0]!;
  attempts[1] = { ...copied({ ...attempts[1]!, items: source.items }, source), startedAt: opening };
  const item = source.items[0]!.item;
  return reportOf(
    await materialOf(campaign, {
      participants,
      roster,
      attempts,
      bank,
      rulings: new Map([[item, null]]),
      ruled: [
        {
          type: 'rule',
          at: opening,
          campaign: 'spring',
          item,
          key: null,
          reason: '=题干有误',
          changed: 2,
          points: 10,
        },
      ],
    }),
    () => '总则　第一章',
    open,
  );
}
type Report = Awaited<ReturnType<typeof reportWith>>;

async function readBack(report: Report): Promise<exceljs.Workbook> {
  const bytes = await writeWorkbook(sheetsOf(report), report.material.campaign.title, report.material.now);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return workbook;
}
const rowsOf = (workbook: exceljs.Workbook, name: string): unknown[][] => {
  const rows: unknown[][] = [];
  workbook.getWorksheet(name)!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
};
const textOf = (workbook: exceljs.Workbook, name: string): string => JSON.stringify(rowsOf(workbook, name));

describe('the workbook', () => {
  it('has its sheets as an office prints them: A4 landscape, headings frozen and on every page', async () => {
    const workbook = await readBack(await reportWith());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '概况',
      '单位',
      '个人',
      '未参加',
      '题目',
      '选项',
      '薄弱点',
      '薄弱点（分章）',
      '异常提示',
      '成绩变动',
      '说明',
    ]);
    for (const sheet of workbook.worksheets) {
      const head = (sheet.views[0] as { ySplit: number }).ySplit;
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        printTitlesRow: `${head}:${head}`,
      });
      expect(sheet.getRow(head).getCell(1).font.bold).toBe(true);
      expect(sheet.headerFooter.oddFooter).toContain('任前 && 考试');
    }
  });

  it('gives a row that wraps the height of its lines: a spreadsheet need not fit rows it is given', async () => {
    const workbook = await readBack(await reportWith('阿不都热西提·阿不都克力木·吾买尔江'.repeat(4)));
    const hints = workbook.getWorksheet('异常提示')!;
    const row = hints
      .getRows(4, hints.rowCount - 3)!
      .find((each) => String(each.getCell(5).value).includes('吾买尔江'));
    // 72 characters and a staff number, in columns of 40 half widths.
    expect(row!.height).toBeGreaterThanOrEqual(4 * 16);
    expect(workbook.getWorksheet('个人')!.getRow(4).height).toBe(16);
    expect(row!.getCell(5).font.name).toBe('宋体');
  });

  it('says as of when it is and on which line of the ledger it stands', async () => {
    const told = textOf(await readBack(await reportWith()), '概况');
    expect(told).toContain('截至2026-10-01 08:00');
    expect(told).toContain('a'.repeat(64));
  });

  it('has everybody in their place, and what is void or void of persons in words', async () => {
    const workbook = await readBack(await reportWith());
    const persons = rowsOf(workbook, '个人').slice(3);
    expect(persons).toHaveLength(8);
    expect(persons.map(([rank]) => rank)).toEqual(
      [...persons.map(([rank]) => rank)].sort((a, b) => Number(a) - Number(b)),
    );
    expect(rowsOf(workbook, '未参加').slice(3)).toMatchObject([
      ['未加入', '甲', '李5', '105', '13800000000'],
    ]);
    expect(rowsOf(workbook, '成绩变动').at(-1)).toContain('作废');
    const hints = textOf(workbook, '异常提示');
    for (const words of [
      '供核实，不是结论',
      '答卷相同',
      '网络和浏览器相同',
      '张三（100）、李1（101）',
      '公用电脑',
    ])
      expect(hints).toContain(words);
  });

  it('shows of a unit of fewer than five its persons and nothing of their scores', async () => {
    const workbook = await readBack(await reportWith('张三', true));
    const unit = rowsOf(workbook, '单位').find((row) => row[1] === '乙')!;
    expect(unit.slice(3, 6)).toEqual([3, 3, 1]);
    expect(unit.slice(6, 10)).toEqual(['—', '—', '—', '—']);
    const weak = rowsOf(workbook, '薄弱点').find((row) => row[0] === '乙')!;
    expect(new Set(weak.slice(2))).toEqual(new Set(['—']));
    expect(textOf(workbook, '薄弱点（分章）')).not.toContain('乙');
    expect(textOf(workbook, '概况')).toContain('不含这些单位的3人');
  });

  it('runs nothing that a name says, and breaks on none', async () => {
    const hostile = '=HYPERLINK("http://x")&<a>_x0041_\u0007😀';
    const workbook = await readBack(await reportWith(hostile));
    const sheet = workbook.getWorksheet('个人')!;
    const cell = sheet.getColumn(3).values.findIndex((value) => String(value).startsWith('=HYPERLINK'));
    expect(sheet.getCell(cell, 3).type).toBe(exceljs.ValueType.String);
    expect(sheet.getCell(cell, 3).numFmt).toBe('@');
    const reason = workbook.getWorksheet('成绩变动')!.lastRow!.getCell(5);
    expect([reason.type, reason.value, reason.numFmt]).toEqual([exceljs.ValueType.String, '=题干有误', '@']);
  });

  it('can be passed on without a single person in it, and so can its figures', async () => {
    const report = await reportWith('张三', true);
    const workbook = await readBack(report);
    expect(workbook.worksheets.map(({ name }) => name)).not.toContain('个人');
    const all = workbook.worksheets.map(({ name }) => textOf(workbook, name)).join();
    const figures = JSON.stringify(figuresOf(report));
    for (const secret of ['张三', '李1', '105', 'p000000001', '13800000000']) {
      expect(all).not.toContain(secret);
      expect(figures).not.toContain(`"${secret}"`);
    }
    expect(JSON.stringify(figuresOf(await reportWith()))).toContain('张三');
  });
});

describe('charts', () => {
  it('show every unit’s participation, averages only where they are shown, and no bar beyond full', async () => {
    const charts = new Map(chartsOf(await reportWith('张三', true)).map(({ name, chart }) => [name, chart]));
    expect(charts.get('participation')!.bars.map(({ label }) => label)).toEqual(['乙', '甲']);
    expect(charts.get('averages')!.bars.map(({ label }) => label)).toEqual(['甲']);
    expect(charts.get('scores')!.bars.reduce((sum, { value }) => sum + value, 0)).toBe(5);
    for (const { bars, most } of charts.values())
      for (const { value } of bars) expect(value).toBeLessThanOrEqual(most);
  });

  it('are left out where there is nothing to show', async () => {
    expect(chartsOf(reportOf(await materialOf(campaignOf(), {}), () => null, false))).toEqual([]);
  });
});
