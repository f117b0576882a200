import fc from 'fast-check';
import { expect, it } from 'vitest';
import { certificatePage, certificatePdf, certificatePng } from '../../src/documents/certificate.ts';
import { createDrawCertificate } from '../../src/documents/draw-certificate.ts';
import { drawable } from '../../src/documents/font.ts';
import type { Certificate } from '../../src/quiz/campaign/certificate/certificate.ts';
import { anyWords, expectReadable, qrsOn, textsOn, wordsOn } from './pages.ts';
import { pdfText } from './pdf-text.ts';
import { pngFacts } from './png-pixels.ts';

const certificate: Certificate = {
  campaign: { id: 'spring', title: '春季竞赛', mode: 'practice' },
  number: 'T20N-1HNY-9QTF-QJMP',
  address: 'https://mingbai.test/v/T20N-1HNY-9QTF-QJMP',
  holder: '李明',
  staffNumber: null,
  unit: '历下区司法局',
  score: 96,
  maximum: 100,
  tier: '优秀',
  at: Date.parse('2026-09-03T23:30:00+08:00'),
};
const every = [
  '李明',
  '历下区司法局',
  '参加“春季竞赛”，',
  '96分',
  '100分',
  '优秀',
  '2026年9月3日',
  certificate.number,
];

it('says whose it is and for what in its picture and its PDF, with a QR code of the address that verifies it', async () => {
  const page = certificatePage(certificate);
  for (const words of every) expect(wordsOn(page)).toContain(words);
  expect(qrsOn(page)).toEqual([certificate.address]);
  const pdf = await certificatePdf(certificate);
  const text = pdfText(pdf);
  expect(text).toHaveLength(1);
  for (const words of ['荣誉证书', 'https://mingbai.test/v', ...every]) expect(text[0]).toContain(words);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
  const { width, height, shades } = pngFacts(await certificatePng(certificate));
  expect([width, Math.abs(height / width - 210 / 297) < 0.001, shades > 100]).toEqual([1684, true, true]);
});

it('is one of passing an exam, without a tier, and has a line for a name that the campaign does not know', () => {
  const exam = { ...certificate.campaign, mode: 'exam' as const };
  const words = wordsOn(
    certificatePage({ ...certificate, campaign: exam, holder: null, unit: null, tier: null }),
  );
  for (const each of ['合格证书', '考试成绩合格', '姓名（本人填写）：']) expect(words).toContain(each);
  expect(words).not.toContain('等次');
  const numbered = certificatePage({ ...certificate, holder: null, staffNumber: '0042' });
  expect(wordsOn(numbered)).toContain('历下区司法局，工号：0042');
});

it('keeps everything on the page, apart and whole, whatever the names', () => {
  fc.assert(
    fc.property(
      anyWords(60),
      anyWords(30),
      anyWords(60),
      anyWords(20),
      fc.constantFrom('practice', 'exam'),
      anyWords(30),
      (title, holder, unit, tier, mode, organiser) => {
        const page = certificatePage({
          ...certificate,
          campaign: { id: 'x', title, mode, organiser },
          holder,
          unit,
          tier,
        });
        expectReadable(page);
        const bare = (words: string): string => drawable(words).replaceAll(' ', '');
        for (const words of [title, holder, unit, tier, organiser])
          expect(bare(wordsOn(page))).toContain(bare(words));
      },
    ),
    { numRuns: 60 },
  );
});

it('keeps Latin words apart where a title runs over lines, and underlines the whole of a long name', () => {
  const title = 'Law Contest 2026 for the Sino-German Eco Park and Free Trade Zone';
  const holder = '阿不都热西提·阿不都克力木·吾买尔江·买买提明';
  const page = certificatePage({ ...certificate, campaign: { ...certificate.campaign, title }, holder });
  expect(
    textsOn(page)
      .map(({ text }) => text)
      .join(' '),
  ).toContain(title);
  const name = page.marks.find((mark) => mark.kind === 'text' && mark.text === holder) as { x: number };
  const rule = page.marks.find((mark) => mark.kind === 'path' && /^M[\d.]+ 215H/.test(mark.d)) as {
    d: string;
  };
  expect(Number(/^M([\d.]+)/.exec(rule.d)![1])).toBeLessThan(name.x);
});

it('draws a name with a character that the font lacks, and says which', async () => {
  const draw = createDrawCertificate();
  const [picture, pdf] = await Promise.all([
    draw({ ...certificate, holder: '王𠮷<&">' }, 'png'),
    draw({ ...certificate, holder: '王𠮷\u202e明' }, 'pdf'),
  ]);
  expect([picture.lacking, pdf.lacking]).toEqual([['𠮷'], ['𠮷']]);
  expect(pngFacts(picture.bytes).shades).toBeGreaterThan(100);
  expect(pdfText(pdf.bytes)[0]).toContain('王〓明');
});
