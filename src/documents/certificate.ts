import { writeMoment } from '../quiz/campaign/calendar.ts';
import type { Certificate } from '../quiz/campaign/certificate/certificate.ts';
import { colours, diamond, ground } from './certificate-ground.ts';
import { drawable, widthOf } from './font.ts';
import { box, line, lines, type Mark, type Page } from './mark.ts';
import { a4, pdfOf } from './pdf.ts';
import { phrases as all } from './phrases.ts';
import { pngOf } from './png.ts';
import { qrPath } from './qr.ts';
import { balanced, fitted, type Type } from './wrap.ts';

const phrases = all.certificate;
const [width, height] = [a4.long, a4.short];
const middle = width / 2;

/** For a phone's screen: twice the points of A4. */
export const certificatePng = (certificate: Certificate): Promise<Uint8Array> =>
  pngOf(certificatePage(certificate), Math.round(2 * width));

/** A4 in landscape, to print. */
export const certificatePdf = (certificate: Certificate): Promise<Uint8Array> =>
  pdfOf([certificatePage(certificate)], `${phrases.titles[certificate.campaign.mode]} ${certificate.number}`);

export function certificatePage(certificate: Certificate): Page {
  return {
    width,
    height,
    marks: [
      ...ground(),
      ...heading(certificate),
      ...holder(certificate),
      ...deed(certificate),
      ...figures(certificate),
      ...proof(certificate),
      ...seal(certificate),
    ],
  };
}

function heading({ campaign }: Certificate): Mark[] {
  const y = 152;
  const arm = (from: number, to: number): Mark => ({
    kind: 'path',
    d: `M${from} ${y}H${to}`,
    stroke: colours.gold,
    thickness: 0.9,
  });
  return [
    line(phrases.titles[campaign.mode], middle, 128, {
      size: 50,
      weight: 'bold',
      colour: colours.red,
      align: 'middle',
      spacing: 20,
    }),
    arm(middle - 160, middle - 16),
    arm(middle + 16, middle + 160),
    {
      kind: 'path',
      d: diamond(middle, y, 6) + diamond(middle - 12, y, 2.4) + diamond(middle + 12, y, 2.4),
      fill: colours.gold,
    },
  ];
}

/** The name over its line, or a line to write it on, and the unit under it. */
function holder({ holder: name, unit, staffNumber }: Certificate): Mark[] {
  const rule = (from: number, to: number): Mark => ({
    kind: 'path',
    d: `M${from} 215H${to}`,
    stroke: colours.gold,
    thickness: 0.8,
  });
  const of = phrases.unit(unit, staffNumber);
  const under = centred(of, 238, { size: 14, weight: 'regular' }, colours.faint);
  if (name !== null) {
    const spacing = [...name].length <= 4 ? 8 : 0;
    const type: Type = { size: 30, weight: 'medium' };
    const { size } = fitted(name, 580, type, 1);
    const half = Math.max(160, widthOf(drawable(name), size, type.weight, spacing) / 2 + 10);
    const written = centred(name, 205, type, colours.ink, spacing);
    return [...written, rule(middle - half, middle + half), ...under];
  }
  const label = widthOf(phrases.ownName, 16, 'regular');
  const left = middle - (label + 200) / 2;
  return [
    line(phrases.ownName, left, 210, { size: 16, weight: 'regular', colour: colours.ink }),
    rule(left + label, left + label + 200),
    ...under,
  ];
}

/** One line in the middle, in smaller type where it would be too wide. */
function centred(words: string, y: number, type: Type, colour: string, spacing = 0): Mark[] {
  const { size, lines: written } = fitted(words, 580, type, 1);
  return lines(written, middle, y, 0, { size, weight: type.weight, colour, align: 'middle', spacing });
}

function deed({ campaign }: Certificate): Mark[] {
  const [which, why] = phrases.deeds[campaign.mode](campaign.title);
  const type: Type = { size: 19, weight: 'regular' };
  const title = fitted(which, 580, type, 2);
  const written = [...balanced(which, 580, { ...type, size: title.size }), why];
  const leading = 31;
  const first = 306 - ((written.length - 1) * leading) / 2;
  return written.flatMap((each, i) =>
    centred(each, first + i * leading, { ...type, size: title.size }, colours.ink),
  );
}

function figures({ score, maximum, tier }: Certificate): Mark[] {
  const cells = [
    [phrases.score, phrases.points(score)],
    [phrases.maximum, phrases.points(maximum)],
    tier === null ? [phrases.verdict, phrases.passed] : [phrases.tier, tier],
  ] as const;
  const [cell, top] = [150, 376];
  const left = middle - (cells.length * cell) / 2;
  return cells.flatMap(([label, value], i): Mark[] => {
    const x = left + (i + 0.5) * cell;
    const written = fitted(value, cell - 20, { size: 24, weight: 'bold' }, 1);
    return [
      line(label, x, top, {
        size: 12,
        weight: 'regular',
        colour: colours.faint,
        align: 'middle',
        spacing: 4,
      }),
      line(value, x, top + 31, {
        size: written.size,
        weight: 'bold',
        colour: i === 1 ? colours.ink : colours.red,
        align: 'middle',
      }),
      ...(i === 0
        ? []
        : [
            {
              kind: 'path' as const,
              d: `M${x - cell / 2} ${top - 8}V${top + 32}`,
              stroke: colours.pale,
              thickness: 0.8,
            },
          ]),
    ];
  });
}

function proof({ number, address }: Certificate): Mark[] {
  const [x, y, side] = [104, 438, 76];
  const left = x + side + 16;
  const how = fitted(
    phrases.howToVerify(address.slice(0, address.lastIndexOf('/'))),
    270,
    { size: 9, weight: 'regular' },
    4,
  );
  return [
    {
      kind: 'path',
      d: box(x - 9, y - 9, side + 18, side + 18),
      fill: '#ffffff',
      stroke: colours.pale,
      thickness: 0.8,
    },
    { kind: 'path', d: qrPath(address, x, y, side), fill: colours.ink },
    line(phrases.number, left, y + 9, { size: 9, weight: 'regular', colour: colours.faint }),
    line(number, left, y + 28, { size: 14, weight: 'medium', colour: colours.ink, spacing: 0.8 }),
    ...lines(how.lines, left, y + 48, how.size * 1.5, {
      size: how.size,
      weight: 'regular',
      colour: colours.faint,
    }),
  ];
}

/** Room for the organiser's seal, and the day. */
function seal({ at, campaign }: Certificate): Mark[] {
  const x = width - 178;
  const [year, month, day] = writeMoment(at).slice(0, 10).split('-').map(Number) as [number, number, number];
  const look = { size: 14, weight: 'regular', colour: colours.ink, align: 'middle' } as const;
  const sealed = phrases.seal(campaign.organiser);
  const { size } = fitted(sealed, 236, look, 1);
  return [
    line(sealed, x, 466, { ...look, size }),
    { kind: 'path', d: `M${x - 80} 490H${x + 80}`, stroke: colours.pale, thickness: 0.8 },
    line(phrases.day(year, month, day), x, 511, look),
  ];
}
