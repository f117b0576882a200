import { describe, expect, it } from 'vitest';
import { ndcg, recall, reciprocalRank, retrievalFigures } from '../../src/evaluation/metrics.ts';

const judged = { ranked: [7, 3, 9, 4], relevant: [3, 4] };

describe('retrieval metrics', () => {
  it('counts the relevant among the first k', () => {
    expect(recall(judged, 1)).toBe(0);
    expect(recall(judged, 2)).toBe(0.5);
    expect(recall(judged, 10)).toBe(1);
  });

  it('takes the rank of the first relevant', () => {
    expect(reciprocalRank(judged, 10)).toBe(1 / 2);
    expect(reciprocalRank(judged, 1)).toBe(0);
  });

  it('discounts gains by rank against the ideal order', () => {
    const ideal = 1 + 1 / Math.log2(3);
    expect(ndcg(judged, 10)).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 12);
    expect(ndcg({ ranked: [3, 4], relevant: [4, 3] }, 10)).toBe(1);
  });

  it('averages over questions', () => {
    const figures = retrievalFigures([judged, { ranked: [1], relevant: [1] }]);
    expect(figures).toMatchObject({ questions: 2, recallAt1: 0.5, mrrAt10: 0.75 });
  });
});
