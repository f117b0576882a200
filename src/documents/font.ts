import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

export type Weight = 'light' | 'regular' | 'medium' | 'bold';

const files: Record<Weight, string> = {
  light: 'Light',
  regular: 'Regular',
  medium: 'Medium',
  bold: 'Bold',
};

/** As the OpenType name table of the files has it. */
export const fontFamily = 'Noto Sans S Chinese';
export const fontWeights: Record<Weight, number> = { light: 300, regular: 400, medium: 500, bold: 700 };

/** Path of the font's file (OFL, in @embedpdf/fonts-sc). */
export function fontFile(weight: Weight): string {
  const require = createRequire(import.meta.url);
  return resolve(require.resolve('@embedpdf/fonts-sc'), `../../fonts/NotoSansHans-${files[weight]}.otf`);
}

/** Widths by code point in 1/1000 em; a code point that the font lacks has none. */
type Advances = ReadonlyMap<number, number>;
const read = new Map<Weight, Advances>();

function advancesOf(weight: Weight): Advances {
  const known = read.get(weight);
  if (known) return known;
  const advances = readAdvances(readFileSync(fontFile(weight)));
  read.set(weight, advances);
  return advances;
}

/** Tables cmap (subtable 3/10, format 12), hmtx, hhea and head of OpenType 1.9. */
function readAdvances(font: Buffer): Advances {
  const tables = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const unitsPerEm = font.readUInt16BE(tables.get('head')! + 18);
  const measured = font.readUInt16BE(tables.get('hhea')! + 34);
  const widthOf = (glyph: number): number =>
    (font.readUInt16BE(tables.get('hmtx')! + 4 * Math.min(glyph, measured - 1)) * 1000) / unitsPerEm;
  const advances = new Map<number, number>();
  const groups = fullUnicode(font, tables.get('cmap')!);
  for (let i = 0; i < font.readUInt32BE(groups + 12); i++) {
    const at = groups + 16 + 12 * i;
    const [first, last, glyph] = [0, 4, 8].map((field) => font.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    for (let code = first; code <= last; code++) advances.set(code, widthOf(glyph + code - first));
  }
  return advances;
}

function fullUnicode(font: Buffer, cmap: number): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + 4 + 8 * i;
    if (font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 10)
      return cmap + font.readUInt32BE(at + 4);
  }
  throw new RangeError('the font has no Unicode table');
}

/** Width of a line in the unit of `size`, which is that of one em; `spacing` is added between characters. */
export function widthOf(line: string, size: number, weight: Weight, spacing = 0): number {
  const advances = advancesOf(weight);
  let sum = 0;
  let count = 0;
  for (const character of line) {
    sum += advances.get(character.codePointAt(0)!) ?? 1000;
    count++;
  }
  return (sum * size) / 1000 + spacing * Math.max(0, count - 1);
}

/** Stands for a character that the font lacks, as printers have it (下駄, U+3013). */
const lacking = '〓';

/**
 * The words as they can be drawn: one line, without controls and variation selectors, each character that the font
 * lacks as 〓.
 */
export function drawable(words: string): string {
  const advances = advancesOf('regular');
  return [...words.normalize('NFC').replace(/[\s\p{Z}]+/gu, ' ')]
    .filter((character) => !/\p{Cc}|\p{Cf}|\p{Variation_Selector}/u.test(character))
    .map((character) => (advances.has(character.codePointAt(0)!) ? character : lacking))
    .join('')
    .trim();
}

/** The characters of a name that stand as 〓 in what is drawn. */
export const lackingIn = (words: string): string[] =>
  [...words.normalize('NFC')].filter((character) => drawable(character) === lacking && character !== lacking);
