import { extname } from 'node:path';
import { BadInput } from '../../../errors.ts';
import { problems } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import { aiken, looksLikeAiken } from './aiken.ts';
import type { BankReader } from './bank-reader.ts';
import { csv } from './csv.ts';
import { doc } from './doc.ts';
import { docx } from './docx.ts';
import { gift, looksLikeGift } from './gift.ts';
import { looksLikeMoodle, moodle } from './moodle.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx.ts';
import { yaml } from './yaml.ts';

const readers = [docx, doc, xlsx, csv, text, gift, aiken, moodle, yaml];
export const importFormats = readers.map(({ format }) => format);

/** What the first bytes of a file say it is; null for text. */
function container(bytes: Uint8Array): 'docx' | 'doc' | 'xlsx' | 'zip' | 'old' | null {
  const starts = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Streams of a compound file (MS-CFB) are named in UTF-16.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return names.includes('WordDocument', 0, 'utf16le') ? 'doc' : 'old';
  if (!starts(0x50, 0x4b)) return null;
  return names.includes('word/') ? 'docx' : names.includes('xl/') ? 'xlsx' : 'zip';
}

/**
 * Reads a bank of any format: the one given, else by its extension, else by what it looks like.
 * @throws BadInput where it is not what it is said to be
 */
export async function readAny(file: string, bytes: Uint8Array, format?: string): Promise<Reading> {
  return readerOf(file, bytes, format).read(file, bytes);
}

function readerOf(file: string, bytes: Uint8Array, format: string | undefined): BankReader {
  if (bytes.length === 0) throw new BadInput({ file }, problems.empty);
  const held = container(bytes);
  if (held === 'old') throw new BadInput({ file }, problems.oldOffice);
  const extension = extname(file).toLowerCase();
  const named = readers.find((reader) =>
    format === undefined ? reader.extensions.includes(extension) : reader.format === format,
  );
  if (!named) {
    const found = readers.find((reader) => reader.format === held);
    if (found) return found;
    if (extension === '' && held === null) return ofText(bytes);
    throw new BadInput({ file }, problems.unknown(importFormats.join('、')));
  }
  const packed = named === docx || named === doc || named === xlsx;
  if (packed && held !== named.format) {
    throw new BadInput(
      { file },
      held === 'docx' || held === 'doc' || held === 'xlsx'
        ? problems.looksLike(held)
        : problems.corrupt(named.format),
    );
  }
  if (!packed && held) {
    throw new BadInput({ file }, held === 'zip' ? problems.binary : problems.looksLike(held));
  }
  return named === text && format === undefined ? ofText(bytes) : named;
}

/** Formats that come as plain text, by their looks. */
function ofText(bytes: Uint8Array): BankReader {
  const source = Buffer.from(bytes).toString('utf8');
  if (looksLikeMoodle(source)) return moodle;
  if (looksLikeGift(source)) return gift;
  return looksLikeAiken(source) ? aiken : text;
}
