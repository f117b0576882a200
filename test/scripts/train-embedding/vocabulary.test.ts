import { expect, it } from 'vitest';
import { parseVocabulary, wordScores } from '../../../scripts/train-embedding/vocabulary.ts';

it('turns counts into probabilities', () => {
  const vocabulary = parseVocabulary(['法\t3', '合同\t1'], 'words.tsv');
  expect(vocabulary).toEqual({ words: ['法', '合同'], probabilities: [0.75, 0.25] });
  expect(wordScores(vocabulary)).toEqual([-0.2877, -1.3863]);
});

it.each([
  ['合同', /words\.tsv:2: expected "word TAB count"/],
  ['合同\t0', /words\.tsv:2: expected/],
  ['合同\tmany', /words\.tsv:2: expected/],
  ['Ａ\t2', /words\.tsv:2: not normalised, write "a"/],
  ['法\t2', /words\.tsv:2: word given twice/],
])('refuses %j with file and line', (line, message) => {
  expect(() => parseVocabulary(['法\t3', line], 'words.tsv')).toThrow(message);
});
