import { describe, expect, it } from 'vitest';
import { embed } from '../../../scripts/train-embedding/embedding-bag.ts';
import { dot, rowOf } from '../../../scripts/train-embedding/matrix.ts';
import { createSegmenter } from '../../../scripts/train-embedding/segment.ts';
import { distillationTexts, RECIPE, train } from '../../../scripts/train-embedding/train.ts';
import { parseVocabulary } from '../../../scripts/train-embedding/vocabulary.ts';
import { randomUnitRows } from './gradient-check.ts';

const vocabulary = parseVocabulary(
  ['借\t4', '钱\t5', '还\t3', '狗\t2', '咬\t1', '人\t9', '赔\t2', '贷款\t1', '动物\t1', '伤\t1'],
  'tiny',
);
const corpus = {
  passages: [
    { id: '667', text: '贷款' },
    { id: '1245', text: '动物伤人' },
  ],
  pairs: [
    { question: '借钱还', passage: 0 },
    { question: '借钱', passage: 0 },
    { question: '狗咬人', passage: 1 },
    { question: '狗咬赔', passage: 1 },
  ],
};
const sentences = ['贷款还钱', '动物'];
const words = randomUnitRows(vocabulary.words.length, 8, 1);
const texts = randomUnitRows(distillationTexts({ corpus, sentences }).length, 8, 2);
const segment = createSegmenter(vocabulary);
const recipe = {
  ...RECIPE,
  dimensions: 4,
  contrast: { ...RECIPE.contrast, epochs: 100, batch: 3, learningRate: 0.01 },
};
const trainWith = (seed: number, report: (line: string) => void = () => {}) =>
  train({ vocabulary, corpus, sentences, segment, taught: { words, texts } }, recipe, seed, report);

describe('train', () => {
  it('gives the same table for the same seed, and another for another', () => {
    expect(trainWith(1).data).toEqual(trainWith(1).data);
    expect(trainWith(2).data).not.toEqual(trainWith(1).data);
  });

  it('puts each question nearest to its passage', () => {
    const table = trainWith(1);
    const vectorsOf = (values: string[]) => embed(table, values.map(segment)).vectors;
    const passages = vectorsOf(corpus.passages.map(({ text }) => text));
    const questions = vectorsOf(corpus.pairs.map(({ question }) => question));
    corpus.pairs.forEach(({ passage }, i) => {
      const [right, wrong] = [passage, 1 - passage].map((j) => dot(rowOf(questions, i), rowOf(passages, j)));
      expect(right).toBeGreaterThan(wrong as number);
    });
  });

  it('leaves the vectors of the teacher as they were', () => {
    const before = [words.data.slice(), texts.data.slice()];
    trainWith(1);
    expect([words.data, texts.data]).toEqual(before);
  });

  it('reports every epoch', () => {
    const lines: string[] = [];
    trainWith(1, (line) => lines.push(line));
    expect(lines).toHaveLength(RECIPE.distillation.epochs + 100);
    expect(lines[0]).toMatch(/^distil 1\/4: loss \d/);
  });
});
