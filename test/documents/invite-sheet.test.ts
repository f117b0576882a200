import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type InviteSheet, inviteSheetPages, inviteSheetPdf } from '../../src/documents/invite-sheet.ts';
import { qrSvg } from '../../src/documents/qr.ts';
import { anyWords, expectReadable, qrsOn, wordsOn } from './pages.ts';
import { pdfText } from './pdf-text.ts';
import { readQr } from './read-qr.ts';

const invite = (unit: string, name: string | null, i: number): InviteSheet['invites'][number] => ({
  unit,
  name,
  staffNumber: `JN-${i}`,
  links: [
    { label: '网页', url: `https://mingbai.test/i/token_${i}` },
    { label: 'Telegram', url: `https://t.me/mingbai_bot?start=token_${i}` },
  ],
});

it('prints eight cards a page, each unit from a page of its own, with QR code, name, number and code', async () => {
  const first = Array.from({ length: 9 }, (_, i) => invite('甲局', `李明${i}`, i));
  const sheet = { title: '春季竞赛', note: '一人一码', invites: [...first, invite('乙局', null, 99)] };
  const pages = inviteSheetPages(sheet);
  expect(pages.map((page) => qrsOn(page))).toEqual([
    first.slice(0, 8).map(({ links }) => links[0]!.url),
    ['https://mingbai.test/i/token_8'],
    ['https://mingbai.test/i/token_99'],
  ]);
  const text = pdfText(await inviteSheetPdf(sheet));
  expect(text).toHaveLength(3);
  for (const words of [
    '春季竞赛',
    '第1页，共2页 甲局',
    '李明7',
    '工号：JN-7',
    '/join token_7',
    '一人一码',
    'start=token_7',
  ])
    expect(text[0]).toContain(words);
  expect(text[2]).toContain('工号：JN-99');
  expect(pages[0]!.marks.some((mark) => mark.kind === 'path' && mark.dash)).toBe(true);
  expect(wordsOn(inviteSheetPages({ ...sheet, invites: [] })[0]!)).toContain('没有可以打印的邀请');
});

it('keeps every card readable whatever is on it', () => {
  const card = fc.record({
    unit: anyWords(60),
    name: fc.option(anyWords(30)),
    staffNumber: fc.option(anyWords(20)),
    links: fc.array(
      fc.record({
        label: anyWords(8),
        url: fc.oneof(
          fc.webUrl({ size: 'small' }).filter(({ length }) => length < 80),
          fc.constantFrom('?', 'tg:x'),
        ),
      }),
      { maxLength: 2 },
    ),
  });
  fc.assert(
    fc.property(
      anyWords(60),
      anyWords(80),
      fc.array(card, { maxLength: 9, size: 'max' }),
      (title, note, invites) => {
        for (const page of inviteSheetPages({ title, note, invites })) expectReadable(page);
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
});

it('gives QR codes to web pages as SVG', () => {
  const svg = qrSvg('https://mingbai.test/c/spring?"<&');
  expect(readQr(/fill="#000" d="([^"]+)"/.exec(svg)![1]!)).toBe('https://mingbai.test/c/spring?"<&');
});
