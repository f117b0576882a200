import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Features, fuse, lentBelief, standardise, type Weights } from '../../src/knowledge/fusion.ts';

const none: Weights = { keywords: 0, text: 0, nearestQuestions: 0, allQuestions: 0, neighbours: 0 };
const featuresOf = (keywords: number, text = 0): Features => ({
  keywords,
  text,
  nearestQuestions: 0,
  allQuestions: 0,
});
const order = (scores: Float64Array): number[] =>
  Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);

describe('standardise', () => {
  it('gives values of mean 0 and deviation 1 in the order they had', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, (given) => {
        const z = standardise(Float64Array.from(given));
        const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
        const variance = z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / z.length;
        expect(mean).toBeCloseTo(0, 4);
        const spread = Math.max(...given) - Math.min(...given);
        if (spread > 1e-6) expect(variance).toBeCloseTo(1, 4);
        for (let i = 1; i < given.length; i += 1) {
          if (given[i]! - given[i - 1]! > 1e-9) expect(z[i]).toBeGreaterThan(z[i - 1]!);
        }
      }),
    );
  });

  it('makes zeros of a constant', () => {
    expect([...standardise(Float64Array.of(3, 3, 3))]).toEqual([0, 0, 0]);
  });
});

describe('fuse', () => {
  const features = [featuresOf(5, 0.1), featuresOf(1, 0.9), featuresOf(3, 0.2)];
  const alone = [[], [], []];

  it('ranks by the one feature that has a weight', () => {
    expect(order(fuse(features, alone, { ...none, keywords: 1 }))).toEqual([0, 2, 1]);
    expect(order(fuse(features, alone, { ...none, text: 1 }))).toEqual([1, 2, 0]);
    expect(order(fuse(features, alone, { ...none, text: -1 }))).toEqual([0, 2, 1]);
  });

  it('does not care for the unit of a feature', () => {
    const weights = { ...none, keywords: 1, text: 0.7 };
    const scaled = features.map((each) => ({ ...each, keywords: each.keywords * 1000 + 7 }));
    const before = fuse(features, alone, weights);
    for (const [i, score] of fuse(scaled, alone, weights).entries()) expect(score).toBeCloseTo(before[i]!, 6);
  });

  it('lifts what stands near a good passage', () => {
    const weak = [featuresOf(9), featuresOf(1), featuresOf(1.1)];
    const near = [[1], [0], []];
    expect(order(fuse(weak, alone, { ...none, keywords: 1, neighbours: 0.5 }))).toEqual([0, 2, 1]);
    expect(order(fuse(weak, near, { ...none, keywords: 1, neighbours: 0.5 }))).toEqual([0, 1, 2]);
  });
});

it('lentBelief lends the belief that neighbours hold, a hub less than their sum, and one’s own where there are none', () => {
  const near = [[3], [2, 3], [0, 1, 2, 3], []];
  const [one, two, all, own] = lentBelief(Float64Array.of(0, 0, 0, 0), near).map(Math.exp);
  expect(one).toBeCloseTo(0.25, 3);
  expect(two).toBeGreaterThan(one!);
  expect(two).toBeLessThanOrEqual(2 * one!);
  expect(all).toBeGreaterThan(two!);
  expect(own).toBeCloseTo(0.25, 3);
});
