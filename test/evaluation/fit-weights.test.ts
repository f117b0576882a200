import { expect, it } from 'vitest';
import { type Example, fitWeights } from '../../src/evaluation/fit-weights.ts';
import { type Features, fuse } from '../../src/knowledge/fusion.ts';
import { seeded } from '../fakes/quiz.ts';

const passages = 12;

/**
 * Examples in which `text` tells the relevant passage and `keywords` says nothing.
 * With `sisters`, the next passage of its pair (0 and 1, 2 and 3, …) is relevant too.
 */
function examplesOf(sisters: boolean): Example[] {
  const random = seeded(3);
  return Array.from({ length: 60 }, (_, n) => {
    const relevant = n % passages;
    const sister = relevant ^ 1;
    const features = Array.from({ length: passages }, (_, i): Features => {
      const text = (i === relevant ? 0.9 : 0.2) + random() * 0.2;
      return { keywords: random(), text, nearestQuestions: 0, allQuestions: -text };
    });
    const gains = new Map(features.map((_, i) => [i, Number(i === relevant || (sisters && i === sister))]));
    return { features, gains };
  });
}
const sisterOf = Array.from({ length: passages }, (_, i) => [i ^ 1]);

it('learns which feature tells, which says nothing, and which tells the contrary', () => {
  const weights = fitWeights(examplesOf(false), sisterOf, ['keywords', 'text']);
  expect(weights.text).toBeGreaterThan(1);
  expect(Math.abs(weights.keywords)).toBeLessThan(0.4);
  expect(weights).toMatchObject({ nearestQuestions: 0, allQuestions: 0, neighbours: 0 });
  expect(fitWeights(examplesOf(false), sisterOf, ['allQuestions']).allQuestions).toBeLessThan(-1);
});

it('learns to lend to neighbours where they are relevant together', () => {
  const examples = examplesOf(true);
  const weights = fitWeights(examples, sisterOf);
  expect(weights.neighbours).toBeGreaterThan(0.3);
  const secondIsSister = (given: typeof weights): number =>
    examples.filter(({ features, gains }) => {
      const scores = fuse(features, sisterOf, given);
      const [first, second] = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
      return gains.get(first!)! + gains.get(second!)! === 2;
    }).length;
  expect(secondIsSister(weights)).toBeGreaterThan(2 * secondIsSister({ ...weights, neighbours: 0 }));
});

it('learns nothing from passages that were not judged', () => {
  const judged = examplesOf(false);
  const more = judged.map(({ features, gains }) => ({
    features,
    gains: new Map([...gains].filter(([i]) => i < 6)),
  }));
  const some = more.filter(({ gains }) => [...gains.values()].some((gain) => gain > 0));
  const misleading = some.map(({ features, gains }) => ({
    gains,
    features: features.map((each, i) => (gains.has(i) ? each : { ...each, keywords: 1 - each.keywords })),
  }));
  expect(fitWeights(misleading, sisterOf, ['text']).text).toBeCloseTo(
    fitWeights(some, sisterOf, ['text']).text,
    6,
  );
});

it('is deterministic', () => {
  expect(fitWeights(examplesOf(true), sisterOf)).toEqual(fitWeights(examplesOf(true), sisterOf));
});
