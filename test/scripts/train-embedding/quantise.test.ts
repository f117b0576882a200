import { expect, it } from 'vitest';
import { quantise } from '../../../scripts/train-embedding/quantise.ts';

it('gives each row its own scale and keeps zero rows', () => {
  const data = Float32Array.from([0, 0, 0, 127, -63.6, 1, 0.002, -0.004, 0]);
  const { values, scales } = quantise({ rows: 3, columns: 3, data });
  expect([...values]).toEqual([0, 0, 0, 127, -64, 1, 64, -127, 0]);
  expect(scales[0]).toBe(1);
  expect(scales[1]).toBe(1);
  expect(scales[2]).toBeCloseTo(0.004 / 127, 8);
});
