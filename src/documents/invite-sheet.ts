import { widthOf } from './font.ts';
import { line, lines, type Mark, type Page } from './mark.ts';
import { a4, pdfOf } from './pdf.ts';
import { phrases as all } from './phrases.ts';
import { qrPath } from './qr.ts';
import { fitted, type Type } from './wrap.ts';

/** Invites to print, cut apart and hand out. */
export interface InviteSheet {
  /** Of the campaign. */
  title: string;
  /** What each card tells besides. */
  note: string;
  invites: readonly CardInvite[];
}

interface CardInvite {
  unit: string;
  name: string | null;
  staffNumber: string | null;
  /** The first is in the QR code; the others are printed. */
  links: readonly { label: string; url: string }[];
}

const phrases = all.invites;
const [columns, rowsOnPage] = [2, 4];
const onPage = columns * rowsOnPage;
const edge = { x: 28, top: 44, bottom: 22 };
const card = {
  width: (a4.short - 2 * edge.x) / columns,
  height: (a4.long - edge.top - edge.bottom) / rowsOnPage,
};
const ink = '#1f2933';
const faint = '#5b6773';

/** A4 in portrait with eight cards a page. Each unit begins on a page of its own, to be handed over as a whole. */
export const inviteSheetPdf = (sheet: InviteSheet): Promise<Uint8Array> =>
  pdfOf(inviteSheetPages(sheet), sheet.title);

export function inviteSheetPages({ title, note, invites }: InviteSheet): Page[] {
  const units = new Map<string, CardInvite[]>();
  for (const invite of invites) {
    const own = units.get(invite.unit);
    if (own) own.push(invite);
    else units.set(invite.unit, [invite]);
  }
  if (units.size === 0) return [pageOf(heading(title, phrases.none))];
  return [...units].flatMap(([unit, own]) => {
    const pages = Math.ceil(own.length / onPage);
    return Array.from({ length: pages }, (_, i) => {
      const shown = own.slice(i * onPage, (i + 1) * onPage);
      return pageOf([
        ...heading(title, phrases.sheet(unit, i + 1, pages)),
        ...cuts(Math.ceil(shown.length / columns)),
        ...shown.flatMap((invite, place) => cardOf(invite, title, note, place)),
      ]);
    });
  });
}

const pageOf = (marks: Mark[]): Page => ({ width: a4.short, height: a4.long, marks });

function heading(title: string, which: string): Mark[] {
  const half = card.width - 10;
  const look = { size: 8.5, weight: 'regular', colour: faint } as const;
  const [left, right] = [fitted(title, half, look, 2), fitted(which, half, look, 2)];
  return [
    ...lines(left.lines, edge.x, 24, 11, { ...look, size: left.size }),
    ...lines(right.lines, a4.short - edge.x, 24, 11, { ...look, size: right.size, align: 'right' }),
  ];
}

/** Dashed lines round the cards of so many rows, out to the paper's edge where scissors begin. */
function cuts(rows: number): Mark[] {
  const bottom = edge.top + rows * card.height;
  const across = Array.from(
    { length: rows + 1 },
    (_, i) => `M8 ${edge.top + i * card.height}H${a4.short - 8}`,
  );
  const down = [0, 1, 2].map((i) => `M${edge.x + i * card.width} ${edge.top - 8}V${bottom + 8}`);
  return [{ kind: 'path', d: [...across, ...down].join(''), stroke: '#9aa5b1', thickness: 0.6, dash: 3 }];
}

function cardOf(
  { unit, name, staffNumber, links }: CardInvite,
  title: string,
  note: string,
  place: number,
): Mark[] {
  const x = edge.x + (place % columns) * card.width + 14;
  const top = edge.top + Math.floor(place / columns) * card.height + 12;
  const inner = card.width - 28;
  const qr = 100;
  const [right, beside] = [x + qr + 14, inner - qr - 14];
  const [first, ...others] = links;
  /** A block of at most so many lines from `y` down, with the place below it. */
  const block = (
    words: string,
    at: number,
    y: number,
    width: number,
    type: Type,
    most: number,
    colour = ink,
  ) => {
    const { size, lines: written } = fitted(words, width, type, most);
    const marks = lines(written, at, y + size, size * 1.32, { ...type, size, colour });
    return { marks, below: y + written.length * size * 1.32 };
  };
  const head = block(title, x, top, inner, { size: 10.5, weight: 'bold' }, 2);
  const qrTop = top + 38;
  const calling = name ?? phrases.staffNumber(staffNumber ?? '');
  const large = widthOf(calling, 18, 'bold') <= beside;
  const called = block(calling, right, qrTop - 2, beside, { size: large ? 18 : 11, weight: 'bold' }, 2);
  const number = name === null || staffNumber === null ? null : phrases.staffNumber(staffNumber);
  const known = block(
    number ?? '',
    right,
    called.below + 1,
    beside,
    { size: 8.5, weight: 'regular' },
    1,
    faint,
  );
  const of = block(unit, right, known.below + 1, beside, { size: 9, weight: 'regular' }, 3);
  const code = first && codeOf(first.url);
  const other = others.map(({ label, url }) => `${label}：${url}`).join('　');
  return [
    ...head.marks,
    ...called.marks,
    ...known.marks,
    ...of.marks,
    ...(first ? [{ kind: 'path' as const, d: qrPath(first.url, x, qrTop, qr), fill: '#000000' }] : []),
    ...(code
      ? [
          line(phrases.or, right, qrTop + qr - 16, { size: 8, weight: 'regular', colour: faint }),
          ...block(phrases.join(code), right, qrTop + qr - 13, beside, { size: 11, weight: 'medium' }, 1)
            .marks,
        ]
      : []),
    ...block(note, x, qrTop + qr + 7, inner, { size: 8, weight: 'regular' }, 2, faint).marks,
    ...block(other, x, top + 169, inner, { size: 7, weight: 'regular' }, 1, faint).marks,
  ];
}

/** What can be typed instead: a web link's last part, or what a Telegram link starts the bot with. */
function codeOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { searchParams, pathname } = new URL(url);
  return searchParams.get('start') ?? pathname.split('/').at(-1) ?? null;
}
