/** Numbers from 0 up to but not including 1. */
export type Random = () => number;

/**
 * xoshiro128++ 1.0 (D. Blackman and S. Vigna 2019, https://prng.di.unimi.it/xoshiro128plusplus.c, public domain).
 * Its 128 bits of state keep session ids apart over restarts, which 32 bits would not.
 * @throws RangeError for a seed of zeros, from which it never moves
 */
export function createRandom(seed: readonly [number, number, number, number]): Random {
  const s = Uint32Array.from(seed) as unknown as [number, number, number, number];
  if (s.every((word) => word === 0)) throw new RangeError('the seed must not be all zeros');
  return () => {
    const result = (rotateLeft((s[0] + s[3]) | 0, 7) + s[0]) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotateLeft(s[3], 11);
    return result / 2 ** 32;
  };
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** A shuffled copy (Fisher and Yates, in Durstenfeld's form). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id of `length` characters a–z and 0–9. */
export function randomId(length: number, random: Random): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}
