import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom, randomId, shuffle } from '../../src/quiz/random.ts';
import { seeded } from '../fakes/quiz.ts';

it('follows the reference implementation', () => {
  const random = createRandom([1, 2, 3, 4]);
  expect(Array.from({ length: 5 }, () => random() * 2 ** 32)).toEqual(reference(5));
});

/** xoshiro128plusplus.c over big integers. */
function reference(count: number): number[] {
  const word = (x: bigint) => BigInt.asUintN(32, x);
  const rotl = (x: bigint, k: bigint) => word((x << k) | (x >> (32n - k)));
  let s: [bigint, bigint, bigint, bigint] = [1n, 2n, 3n, 4n];
  return Array.from({ length: count }, () => {
    const [a, b, c, d] = s;
    const result = word(rotl(word(a + d), 7n) + a);
    const [c2, d2] = [c ^ a, d ^ b];
    s = [a ^ d2, b ^ c2, c2 ^ word(b << 9n), rotl(d2, 11n)];
    return Number(result);
  });
}

it('refuses a seed from which it would never move', () => {
  expect(() => createRandom([0, 0, 0, 0])).toThrow(RangeError);
});

it('shuffles without losing anything, the same way for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (list, seed) => {
      const shuffled = shuffle(list, seeded(seed));
      expect([...shuffled].sort()).toEqual([...list].sort());
      expect(shuffle(list, seeded(seed))).toEqual(shuffled);
    }),
  );
});

it('gives each place its share', () => {
  const random = seeded(7);
  const first = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) first[shuffle([0, 1, 2, 3], random)[0]!]! += 1;
  for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

it('makes ids that session buttons accept', () => {
  expect(randomId(10, seeded(1))).toMatch(/^[a-z0-9]{10}$/);
});
