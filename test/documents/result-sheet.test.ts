import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resultSheetPages, resultSheetPdf } from '../../src/documents/result-sheet.ts';
import type { ResultSheet, SheetRow } from '../../src/quiz/campaign/standings/result-sheet.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { anyWords, expectReadable, wordsOn } from './pages.ts';
import { pdfText } from './pdf-text.ts';

const rowOf = (rank: number, rest: Partial<SheetRow> = {}): SheetRow => ({
  rank,
  unit: '甲局',
  person: `李明${rank}`,
  result: { score: 80, tier: '合格', passed: true, tookMs: 125_000, endedAt: opening },
  ...rest,
});
const sheetOf = (rows: SheetRow[], rest: Partial<ResultSheet> = {}): ResultSheet => ({
  campaign: campaignOf({ mode: 'exam' }),
  maximum: 100,
  madeAt: opening,
  closed: true,
  listed: rows.length,
  passed: rows.length,
  scores: { average: 80, highest: 80, lowest: 80 },
  rows,
  ...rest,
});

it('lists everybody over numbered pages and ends with room for signatures and the seal', async () => {
  const absent = rowOf(0, { rank: null, person: '王五', result: null });
  const sheet = sheetOf([...Array.from({ length: 60 }, (_, i) => rowOf(i + 1)), absent]);
  const text = pdfText(await resultSheetPdf(sheet));
  expect(text).toHaveLength(resultSheetPages(sheet).length);
  expect(text.length).toBeGreaterThan(1);
  for (const words of ['考试成绩单', '春季竞赛', '应考61人；实考60人；缺考1人', '2026-09-01 08:00', '2:05'])
    expect(text[0]).toContain(words);
  text.forEach((page, i) => {
    expect(page).toContain(`第${i + 1}页，共${text.length}页`);
    expect(page).toContain('姓名（工号）');
  });
  for (const words of ['王五', '缺考', '主办单位（盖章）：', '审核人（签字）：'])
    expect(text.at(-1)).toContain(words);
  const persons = text.join('\n').match(/^李明\d+$/gm);
  expect(persons).toEqual(sheet.rows.slice(0, 60).map(({ person }) => person));
});

it('speaks of no absence while persons may still take part, or where nobody was listed', () => {
  const absent = rowOf(0, { rank: null, result: null });
  const open = wordsOn(resultSheetPages(sheetOf([absent], { closed: false, scores: null }))[0]!);
  expect(open).toContain('尚无成绩');
  expect(open).toContain('不是最后成绩');
  expect(open).not.toContain('缺考');
  expect(wordsOn(resultSheetPages(sheetOf([], { listed: null, scores: null }))[0]!)).not.toContain('缺考');
});

it('keeps every page readable whatever the names', () => {
  const row = fc.record({ rank: fc.nat(), unit: fc.option(anyWords(60)), person: anyWords(60) });
  fc.assert(
    fc.property(anyWords(60), fc.array(row, { maxLength: 80, size: 'max' }), (title, rows) => {
      const sheet = sheetOf(
        rows.map((each) => rowOf(each.rank, each)),
        { campaign: campaignOf({ title: `竞${title}` }) },
      );
      for (const page of resultSheetPages(sheet)) expectReadable(page);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
