import { createHash } from 'node:crypto';

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O and U. A character is its five bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = 15;

/**
 * The number of a participant's certificate, in groups of four: nothing is stored, and nobody finds another one by
 * counting. 75 bits of a SHA-256 and a check character.
 */
export function certificateNumber(campaign: string, participant: string): string {
  const hash = createHash('sha256').update(`mingbai certificate 1\n${campaign}\n${participant}`).digest();
  let bits = 0n;
  for (const byte of hash.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: digits }, (_, i) => Number((bits >> BigInt(75 - 5 * i)) & 31n));
  return grouped([...values, checkOf(values)]);
}

const grouped = (values: readonly number[]): string =>
  values.map((value, i) => (i > 0 && i % 4 === 0 ? '-' : '') + alphabet[value]).join('');

/** Twice a value in GF(32), modulo x⁵ + x² + 1. */
const double = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The check symbol of a Reed–Solomon code with one (Reed and Solomon 1960): each place weighs another power of 2, so
 * that one wrong character and any two exchanged ones are found.
 */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => double(sum ^ value), 0);

/**
 * A number as people type it: in small letters, with spaces and dashes of any kind, in full width, O for 0, I and L
 * for 1, or in the address that stands on the certificate. Null where it is none, or its check character is wrong.
 */
export function readCertificateNumber(typed: string): string | null {
  if (typed.length > 300) return null;
  const plain = typed.normalize('NFKC').toUpperCase();
  const bare = (/\/V\/([^/?#]+)/.exec(plain)?.[1] ?? plain).replace(/[\s\p{Pd}_.·−]/gu, '');
  const values = [...bare.replace(/O/g, '0').replace(/[IL]/g, '1')].map((each) => alphabet.indexOf(each));
  if (values.length !== digits + 1 || values.includes(-1)) return null;
  return checkOf(values.slice(0, -1)) === values.at(-1) ? grouped(values) : null;
}
