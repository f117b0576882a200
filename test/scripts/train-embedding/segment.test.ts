import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../../scripts/train-embedding/segment.ts';
import { parseVocabulary, wordScores } from '../../../scripts/train-embedding/vocabulary.ts';

const vocabulary = parseVocabulary(
  ['甲\t9', '乙\t5', '丙\t7', '甲乙\t4', '乙丙\t6', '甲乙丙\t1', '丙甲\t3', '丁丁\t2', 'a\t2'],
  'tiny',
);
const segment = createSegmenter(vocabulary);
const words = (text: string) => [...segment(text)].map((word) => vocabulary.words[word]);

/** Score of the best way to cut a text, by trying all. */
function bestScore(text: string): number {
  if (text === '') return 0;
  const scores = wordScores(vocabulary);
  const heads = [1, 2, 3].filter((length) => length <= text.length);
  return Math.max(
    ...heads.map((length) => {
      const word = vocabulary.words.indexOf(text.slice(0, length));
      const head = word >= 0 ? scores[word]! : length === 1 ? Math.min(...scores) - 10 : -Infinity;
      return head + bestScore(text.slice(length));
    }),
  );
}

describe('createSegmenter', () => {
  it('finds the best path that trying all paths finds', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 9 });
    fc.assert(
      fc.property(text, (value) => {
        const scores = wordScores(vocabulary);
        const found = segment(value);
        const covered = words(value).join('').length;
        const unknown = (value.length - covered) * (Math.min(...scores) - 10);
        const known = found.reduce((sum, word) => sum + scores[word]!, 0);
        expect(known + unknown).toBeCloseTo(bestScore(value), 6);
      }),
    );
  });

  it('prefers the word to its parts where it is likelier', () => {
    expect(words('甲乙丙')).toEqual(['甲', '乙丙']);
    expect(words('丙甲乙')).toEqual(['丙', '甲乙']);
  });

  it('leaves unknown characters out', () => {
    expect(words('丁甲，乙?')).toEqual(['甲', '乙']);
    expect(words('𠀀丁')).toEqual([]);
    expect(words('')).toEqual([]);
  });

  it('normalises width and case first', () => {
    expect(words('Ａ')).toEqual(['a']);
  });
});
