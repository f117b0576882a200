import { inflateSync } from 'node:zlib';

/** Size of a PNG of 8 bits a channel with alpha, and its distinct bytes of picture data as a hint that it shows something. */
export function pngFacts(png: Uint8Array): { width: number; height: number; shades: number } {
  const bytes = Buffer.from(png);
  expectSignature(bytes);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const raw = inflateSync(Buffer.concat(parts));
  if (raw.length !== height * (4 * width + 1)) throw new Error('not the pixels of the size it tells');
  return { width, height, shades: new Set(raw).size };
}

function expectSignature(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
}
