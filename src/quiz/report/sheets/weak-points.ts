import { phrases } from '../phrases.ts';
import type { Report } from '../report.ts';
import { type Cell, type Column, formats, type Sheet } from './sheet.ts';

const words = phrases.weak;
const share = (header: string): Column => ({ header, width: 13, format: formats.percent, wrap: true });

/** A row a unit: books, then types, then difficulties. */
export function weakSheet({ material: { campaign }, units, summary, weak }: Report): Sheet {
  const points = [...weak.book, ...weak.type, ...weak.difficulty];
  return {
    name: words.name,
    title: `${campaign.title}　${words.title}`,
    notes: [words.note],
    columns: [
      { header: words.unit, width: 28, wrap: true },
      { header: words.tookPart, width: 8 },
      ...points.map(({ label }) => share(label)),
    ],
    rows: [
      [words.all, summary.tookPart, ...points.map((point) => point.share ?? phrases.none)],
      ...units.map(({ name, tookPart }): Cell[] => [
        name,
        tookPart,
        ...points.map((point) => point.units.get(name) ?? phrases.none),
      ]),
    ],
    heat: [2, 1 + points.length],
  };
}

/** A row a chapter, since there are more of them than a page has columns; a column a unit that is shown. */
export function chapterSheet({ material: { campaign }, units, weak: { chapter } }: Report): Sheet {
  const shown = units.filter(({ figures }) => figures).map(({ name }) => name);
  return {
    name: words.chapterName,
    title: `${campaign.title}　${words.chapterTitle}`,
    notes: [words.note],
    columns: [
      { header: words.chapter, width: 40, wrap: true },
      { header: words.answers, width: 10 },
      share(words.all),
      ...shown.map(share),
    ],
    rows: chapter.map(({ label, answers, share: all, units: of }): Cell[] => [
      label,
      answers,
      all ?? phrases.none,
      ...shown.map((unit) => of.get(unit) ?? phrases.none),
    ]),
    heat: [2, 2 + shown.length],
  };
}
