import { BadInput } from '../../errors.ts';
import { problems } from './phrases.ts';

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file: by its byte order mark, else UTF-8 where the bytes allow it, else GB18030.
 * @throws BadInput where the bytes are no text
 */
export function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new BadInput({ file }, problems.empty);
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const text = marked ? read(marked[0], bytes) : (read('utf-8', bytes) ?? read('gb18030', bytes));
  if (text === null) throw new BadInput({ file }, problems.encoding);
  if (text.includes('\0') || junk(text) > 0.05) throw new BadInput({ file }, problems.binary);
  if (text.trim() === '') throw new BadInput({ file }, problems.empty);
  return text;
}

function read(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of characters that no written text has: controls, private use and unassigned ones. */
function junk(text: string): number {
  const strange = text.match(/(?!\s)[\p{Cc}\p{Co}\p{Cn}]/gu)?.length ?? 0;
  return strange / text.length;
}
