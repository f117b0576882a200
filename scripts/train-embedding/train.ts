import { type Contrast, contrast } from './contrast.ts';
import type { Corpus } from './corpus.ts';
import { type Distillation, distil } from './distil.ts';
import { addScaled, type Matrix, normaliseRows, rowOf } from './matrix.ts';
import { principalComponents } from './principal-components.ts';
import { createRandom } from './random.ts';
import type { Segment } from './segment.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Recipe {
  readonly dimensions: number;
  /** `a` of the word weight a / (a + p): how rare a word must be to count fully. */
  readonly rarity: number;
  readonly distillation: Distillation;
  readonly contrast: Contrast;
}

/** Measured on the citizens' questions; see models/mingbai-embedding/README.md. */
export const RECIPE: Recipe = {
  dimensions: 256,
  rarity: 1e-3,
  distillation: { epochs: 4, batch: 256, learningRate: 2e-3, temperature: 0.05, similarityWeight: 0.3 },
  contrast: { epochs: 4, batch: 256, learningRate: 1e-3, temperature: 0.05, twinWeight: 0.5 },
};

export interface Lesson {
  readonly vocabulary: Vocabulary;
  readonly corpus: Corpus;
  /** Texts to learn the language of the law from, without questions. */
  readonly sentences: readonly string[];
  readonly segment: Segment;
  /** The teacher's unit vectors of the words, and of `distillationTexts`. */
  readonly taught: { readonly words: Matrix; readonly texts: Matrix };
}

/** Everything the model sees, in the order of `taught.texts`. */
export function distillationTexts({ corpus, sentences }: Pick<Lesson, 'corpus' | 'sentences'>): string[] {
  return [
    ...corpus.pairs.map(({ question }) => question),
    ...corpus.passages.map(({ text }) => text),
    ...sentences,
  ];
}

/** The table of word vectors: a start from the teacher's words, distillation, contrast. */
export function train(lesson: Lesson, recipe: Recipe, seed: number, report: (line: string) => void): Matrix {
  const { vocabulary, corpus, segment, taught } = lesson;
  const random = createRandom(seed);
  const { project } = principalComponents(taught.words, recipe.dimensions);
  const table = project(taught.words);
  vocabulary.probabilities.forEach((probability, word) => {
    const row = rowOf(table, word);
    addScaled(row, row, recipe.rarity / (recipe.rarity + probability) - 1);
  });
  const targets = project(taught.texts);
  normaliseRows(targets);

  const bags = distillationTexts(lesson).map(segment);
  distil(table, bags, targets, recipe.distillation, random, (epoch, loss) =>
    report(`distil ${epoch}/${recipe.distillation.epochs}: loss ${loss.toFixed(4)}`),
  );
  const passages = corpus.passages.map(({ text }) => segment(text));
  const pairs = corpus.pairs.map(({ question, passage }) => ({ question: segment(question), passage }));
  contrast(table, passages, pairs, recipe.contrast, random, (epoch, loss) =>
    report(`contrast ${epoch}/${recipe.contrast.epochs}: loss ${loss.toFixed(4)}`),
  );
  return table;
}
