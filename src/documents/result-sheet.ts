import { writeClose, writeMoment } from '../quiz/campaign/calendar.ts';
import type { ResultSheet, SheetRow } from '../quiz/campaign/standings/result-sheet.ts';
import { widthOf } from './font.ts';
import { box, line, lines, type Mark, type Page } from './mark.ts';
import { a4, pdfOf } from './pdf.ts';
import { phrases as all } from './phrases.ts';
import { fitted, type Type, wrap } from './wrap.ts';

const phrases = all.results;
const ink = '#1f2933';
const faint = '#5b6773';
const rule = '#c3ccd4';
const [width, height] = [a4.short, a4.long];
const edge = 34;
const inner = width - 2 * edge;
/** Where the table ends on a page, and the footer's line. */
const [tableEnd, footer] = [height - 52, height - 28];
const signatureHeight = 120;
const cell: Type = { size: 9, weight: 'regular' };
const leading = 12.5;

/** Widths of the columns; what is left over is the unit's. */
const columns = ((fixed: number[]) => fixed.with(1, inner - fixed.reduce((sum, each) => sum + each)))([
  34, 0, 112, 38, 46, 40, 48, 84,
]);
const lefts = columns.map((_, i) => edge + columns.slice(0, i).reduce((sum, each) => sum + each, 0));
const wordy = [1, 2];

/** A4 in portrait: the heading, one table over as many pages as it needs, and room for signatures and the seal. */
export const resultSheetPdf = (sheet: ResultSheet): Promise<Uint8Array> =>
  pdfOf(resultSheetPages(sheet), `${sheet.campaign.title} ${phrases.titles[sheet.campaign.mode]}`);

export function resultSheetPages(sheet: ResultSheet): Page[] {
  const head = heading(sheet);
  const pages: { marks: Mark[]; y: number }[] = [];
  const begin = (marks: Mark[], y: number): void => {
    const columnHeads = rowOf(phrases.columns, y, { ...cell, weight: 'bold' });
    const ground: Mark = { kind: 'path', d: box(edge, y, inner, columnHeads.height), fill: '#eef1f4' };
    pages.push({ marks: [...marks, ground, ...columnHeads.marks], y: y + columnHeads.height });
  };
  begin(head.marks, head.below);
  sheet.rows.forEach((row, i) => {
    const words = wordsOf(row, sheet.closed);
    const room = i === sheet.rows.length - 1 ? signatureHeight : 0;
    if (pages.at(-1)!.y + rowOf(words, 0, cell).height + room > tableEnd) begin([], 40);
    const page = pages.at(-1)!;
    const drawn = rowOf(words, page.y, cell);
    page.marks.push(...drawn.marks);
    page.y += drawn.height;
  });
  const last = pages.at(-1)!;
  last.marks.push(...signatures(sheet, last.y));
  return pages.map(({ marks }, i) => ({
    width,
    height,
    marks: [...marks, ...footing(sheet, i + 1, pages.length)],
  }));
}

function heading({ campaign, maximum, rows, listed, passed, scores, closed }: ResultSheet) {
  const title = fitted(campaign.title, inner, { size: 14, weight: 'medium' }, 2);
  const present = rows.filter(({ result }) => result !== null).length;
  const share = present === 0 ? '–' : `${((100 * passed) / present).toFixed(1)}%`;
  const without = (closed ? phrases.absent : phrases.waiting)(rows.length - present);
  const facts = [
    phrases.window(writeMoment(campaign.window.opens), writeClose(campaign.window.closes)),
    phrases.marks(maximum, campaign.passMark),
    [
      ...(listed === null ? [] : [phrases.listed(listed)]),
      phrases.present(present),
      ...(listed === null ? [] : [without]),
      phrases.passed(passed, share),
      ...(scores ? [phrases.scores(scores.average.toFixed(2), scores.highest, scores.lowest)] : []),
    ].join('；'),
  ].flatMap((fact) => wrap(fact, inner, { size: 10, weight: 'regular' }));
  const name = { size: 22, weight: 'bold', colour: ink, align: 'middle', spacing: 4 } as const;
  const below = 84 + title.lines.length * title.size * 1.4;
  const marks = [
    line(phrases.titles[campaign.mode], width / 2, 62, name),
    ...lines(title.lines, width / 2, 88, title.size * 1.4, {
      size: title.size,
      weight: 'medium',
      colour: ink,
      align: 'middle',
    }),
    ...lines(facts, edge, below + 14, 15, { size: 10, weight: 'regular', colour: ink }),
  ];
  return { marks, below: below + 14 + facts.length * 15 };
}

function wordsOf({ rank, unit, person, result }: SheetRow, closed: boolean): string[] {
  if (!result) {
    return ['', unit ?? '', person, '', '', closed ? phrases.isAbsent : phrases.isWaiting, '', ''];
  }
  const { score, tier, passed, tookMs, endedAt } = result;
  return [
    String(rank ?? ''),
    unit ?? '',
    person,
    String(score),
    tier ?? '',
    phrases.verdicts[passed ? 'passed' : 'failed'],
    clock(tookMs),
    writeMoment(endedAt),
  ];
}

/** 1:02:03, and 2:03 below an hour. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A row with its rule; cells of names run over lines, figures are in the middle of theirs. */
function rowOf(words: readonly string[], y: number, type: Type): { marks: Mark[]; height: number } {
  const cells = words.map((each, i) => {
    return fitted(each, columns[i]! - 6, type, wordy.includes(i) ? 6 : 1);
  });
  const tall = Math.max(1, ...cells.map((each) => each.lines.length)) * leading + 5;
  const marks = cells.flatMap(({ size, lines: written }, i) => {
    const first = y + (tall - written.length * leading) / 2 + 9.6;
    const left = wordy.includes(i) ? lefts[i]! + 3 : lefts[i]! + columns[i]! / 2;
    const align = wordy.includes(i) ? 'left' : 'middle';
    return lines(written, left, first, leading, { ...type, size, colour: ink, align });
  });
  const under = `M${edge} ${y + tall}H${width - edge}`;
  return { marks: [{ kind: 'path', d: under, stroke: rule, thickness: 0.5 }, ...marks], height: tall };
}

function signatures({ closed, madeAt, listed }: ResultSheet, y: number): Mark[] {
  const notes = [
    phrases.ranked,
    ...(listed !== null && closed ? [phrases.absence] : []),
    ...(closed ? [] : [phrases.unfinished(writeMoment(madeAt))]),
  ].join('');
  const places = phrases.signatures.flatMap((label, i): Mark[] => {
    const x = edge + (i % 2) * (inner / 2);
    const base = y + 62 + Math.floor(i / 2) * 40;
    const from = x + widthOf(label, 11, 'regular');
    return [
      line(label, x, base, { size: 11, weight: 'regular', colour: ink }),
      { kind: 'path', d: `M${from} ${base + 3}H${x + inner / 2 - 24}`, stroke: rule, thickness: 0.7 },
    ];
  });
  return [
    ...lines(wrap(notes, inner, { size: 8.5, weight: 'regular' }), edge, y + 16, 12, {
      size: 8.5,
      weight: 'regular',
      colour: faint,
    }),
    ...places,
  ];
}

function footing({ madeAt, campaign }: ResultSheet, page: number, pages: number): Mark[] {
  const look = { size: 8.5, weight: 'regular', colour: faint } as const;
  return [
    line(phrases.made(writeMoment(madeAt)), edge, footer, look),
    line(campaign.id, width / 2, footer, { ...look, align: 'middle' }),
    line(phrases.page(page, pages), width - edge, footer, { ...look, align: 'right' }),
  ];
}
