import { createSparseAdam } from './adam.ts';
import { clear, createGradient, type TableGradient } from './embedding-bag.ts';
import type { Matrix } from './matrix.ts';
import { type Random, shuffledBatches } from './random.ts';

export interface Schedule {
  readonly epochs: number;
  /** Examples a step. */
  readonly batch: number;
  readonly learningRate: number;
}

/** Adds the gradient of the loss of a batch (numbers of examples) to `gradient`; returns the loss. */
export type Learn = (batch: Int32Array, gradient: TableGradient) => number;

export type ReportEpoch = (epoch: number, meanLoss: number) => void;

/** Goes through `count` examples, in a new order each epoch, and moves `table` a step after each batch. */
export function runEpochs(
  table: Matrix,
  count: number,
  { epochs, batch: size, learningRate }: Schedule,
  learn: Learn,
  random: Random,
  report: ReportEpoch,
): void {
  const optimise = createSparseAdam(table, learningRate);
  const gradient = createGradient(table);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const batches = shuffledBatches(count, size, random);
    let total = 0;
    for (const batch of batches) {
      total += learn(batch, gradient);
      optimise(gradient);
      clear(gradient);
    }
    report(epoch, total / batches.length);
  }
}
