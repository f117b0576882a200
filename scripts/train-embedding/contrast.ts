import { type Bag, embed, propagate } from './embedding-bag.ts';
import { type Learn, type ReportEpoch, runEpochs, type Schedule } from './epochs.ts';
import { contrastLoss } from './losses.ts';
import type { Matrix } from './matrix.ts';
import type { Random } from './random.ts';

export interface Contrast extends Schedule {
  /** Divides the cosines whose softmax is compared. */
  readonly temperature: number;
  /** Weight of question → question of the same passage, against 1 for question → passage. */
  readonly twinWeight: number;
}

/** A question's words and the index of the passage that answers it. */
export interface Pair {
  readonly question: Bag;
  readonly passage: number;
}

/**
 * Teaches the table, in place, to put each question nearest to its passage among all passages, and near another
 * question of that passage among the other questions of the batch.
 */
export function contrast(
  table: Matrix,
  passages: readonly Bag[],
  pairs: readonly Pair[],
  { temperature, twinWeight, ...schedule }: Contrast,
  random: Random,
  report: ReportEpoch,
): void {
  const drawTwin = createTwins(pairs, random);
  const learn: Learn = (batch, gradient) => {
    const asked = Array.from(batch, (i) => pairs[i]!);
    const labels = asked.map(({ passage }) => passage);
    const bags = asked.map(({ question }) => question);
    const questions = embed(table, bags);
    const answers = embed(table, passages);
    const twins = embed(table, labels.map(drawTwin));
    const sameAnswer = (i: number, j: number) => i !== j && labels[i] === labels[j];
    const found = contrastLoss(questions.vectors, answers.vectors, labels, temperature);
    const paired = contrastLoss(
      questions.vectors,
      twins.vectors,
      [...labels.keys()],
      temperature,
      sameAnswer,
    );
    propagate(questions, found.by.vectors, gradient);
    propagate(answers, found.by.candidates, gradient);
    propagate(questions, paired.by.vectors, gradient, twinWeight);
    propagate(twins, paired.by.candidates, gradient, twinWeight);
    return found.value + twinWeight * paired.value;
  };
  runEpochs(table, pairs.length, schedule, learn, random, report);
}

/** Draws any question of a passage: at times the very one that is asked. */
function createTwins(pairs: readonly Pair[], random: Random): (passage: number) => Bag {
  const asked = new Map<number, Bag[]>();
  for (const { question, passage } of pairs) asked.set(passage, [...(asked.get(passage) ?? []), question]);
  return (passage) => {
    const candidates = asked.get(passage) ?? [];
    return candidates[Math.floor(random() * candidates.length)]!;
  };
}
