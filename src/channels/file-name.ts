import { extname } from 'node:path';

/** A name that stays in its folder, on every system: no separators, no leading dot, at most 200 bytes. */
export function fileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}/\\:;*?"<>|]+/gu, '_')
    .replace(/^[.\s]+/u, '')
    .trim();
  const ending = extname(clean).slice(0, 10);
  const letters = [...clean.slice(0, clean.length - ending.length)];
  while (Buffer.byteLength(letters.join('')) > 180) letters.pop();
  return `${letters.join('') || '_'}${ending}`;
}
