import { expect, it } from 'vitest';
import { createRandom, shuffledBatches } from '../../../scripts/train-embedding/random.ts';

it('gives the same numbers for the same seed', () => {
  const [one, same, other] = [7, 7, 8].map((seed) => {
    const random = createRandom(seed);
    return Array.from({ length: 5 }, random);
  });
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
  expect(one?.every((number) => number >= 0 && number < 1)).toBe(true);
});

it('cuts all numbers into batches, each once', () => {
  const batches = shuffledBatches(10, 4, createRandom(1));
  expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
  const all = batches.flatMap((batch) => [...batch]);
  expect(all).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(all.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
