import { type Bag, embed, propagate } from './embedding-bag.ts';
import { type Learn, type ReportEpoch, runEpochs, type Schedule } from './epochs.ts';
import { cosineLoss, similarityLoss } from './losses.ts';
import { type Matrix, rowOf, zeros } from './matrix.ts';
import type { Random } from './random.ts';

export interface Distillation extends Schedule {
  /** Divides the cosines whose softmax is compared. */
  readonly temperature: number;
  /** Weight of the likeness of texts to one another, against 1 for each text's own direction. */
  readonly similarityWeight: number;
}

/** Teaches the table, in place, to give each bag the direction of its target row (unit vectors). */
export function distil(
  table: Matrix,
  bags: readonly Bag[],
  targets: Matrix,
  settings: Distillation,
  random: Random,
  report: ReportEpoch,
): void {
  const learn: Learn = (batch, gradient) => {
    const texts = embed(table, selectBags(bags, batch));
    const expected = selectRows(targets, batch);
    const own = cosineLoss(texts.vectors, expected);
    const mutual = similarityLoss(texts.vectors, expected, settings.temperature);
    propagate(texts, own.by.vectors, gradient);
    propagate(texts, mutual.by.vectors, gradient, settings.similarityWeight);
    return own.value + settings.similarityWeight * mutual.value;
  };
  runEpochs(table, bags.length, settings, learn, random, report);
}

function selectBags(bags: readonly Bag[], indices: Int32Array): Bag[] {
  return Array.from(indices, (index) => bags[index]!);
}

function selectRows(matrix: Matrix, indices: Int32Array): Matrix {
  const result = zeros(indices.length, matrix.columns);
  indices.forEach((index, i) => {
    rowOf(result, i).set(rowOf(matrix, index));
  });
  return result;
}
