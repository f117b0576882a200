import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeywordIndex, grams } from '../../src/knowledge/keywords.ts';

describe('grams', () => {
  it('takes characters and pairs of Chinese, whole words of other letters and digits', () => {
    expect(grams('打12348找Law')).toEqual(['打', '12348', '找', 'law']);
    expect(grams('公证处')).toEqual(['公', '证', '公证', '处', '证处']);
    expect(grams('１２３４８')).toEqual(['12348']);
    expect(grams('，。 ?!')).toEqual([]);
  });

  it('makes no pair over a border', () => {
    expect(grams('租，房')).toEqual(['租', '房']);
  });
});

const k1 = 1.2;
const b = 0.75;

/** BM25 as in the book: every document is counted anew for every gram. */
function naive(documents: string[], query: string): number[] {
  const bags = documents.map(grams);
  const mean = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length || 1;
  return bags.map((bag) =>
    [...new Set(grams(query))].reduce((score, gram) => {
      const frequency = bag.filter((each) => each === gram).length;
      const holders = bags.filter((each) => each.includes(gram)).length;
      const idf = Math.log(1 + (bags.length - holders + 0.5) / (holders + 0.5));
      const length = 1 - b + (b * bag.length) / mean;
      return score + (idf * frequency * (k1 + 1)) / (frequency + k1 * length);
    }, 0),
  );
}

describe('createKeywordIndex', () => {
  const words = fc.string({ unit: fc.constantFrom(...'租房借钱离婚a1 ，'), maxLength: 12 });

  it('scores as BM25 does', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (documents, query) => {
        const { scores } = createKeywordIndex(documents)(query);
        for (const [i, expected] of naive(documents, query).entries())
          expect(scores[i]).toBeCloseTo(expected, 3);
      }),
    );
  });

  it('says how much of the question each document and all of them hold', () => {
    const match = createKeywordIndex(['租房押金', '租', '借钱'])('租房');
    expect(match.covered[0]).toBeCloseTo(1);
    expect(match.covered[1]).toBeGreaterThan(0);
    expect(match.covered[1]).toBeLessThan(1);
    expect(match.covered[2]).toBe(0);
    expect(match.known).toBeCloseTo(1);
    expect(createKeywordIndex(['租房'])('量子').known).toBe(0);
  });

  it('gives shares of a question, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (documents, query) => {
        const { covered, known } = createKeywordIndex(documents)(query);
        for (const share of [...covered, known]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1.0001);
        }
        expect(Math.max(...covered)).toBeLessThanOrEqual(known + 0.0001);
      }),
    );
  });
});
