import { normalise, type Vocabulary, wordScores } from './vocabulary.ts';

/** Cuts a text into words; gives their numbers in the vocabulary, and nothing for unknown characters. */
export type Segment = (text: string) => Int32Array;

/** An unknown character costs this much more than the rarest word (kUnkPenalty of SentencePiece). */
const UNKNOWN_PENALTY = 10;

interface Step {
  readonly score: number;
  readonly start: number;
  readonly word: number | undefined;
}

/** The most probable path of words through the text (unigram model, Viterbi), as Unigram tokenizers find it. */
export function createSegmenter(vocabulary: Vocabulary): Segment {
  const scores = wordScores(vocabulary);
  const unknownScore = scores.reduce((a, b) => Math.min(a, b)) - UNKNOWN_PENALTY;
  const numbers = new Map(vocabulary.words.map((word, number) => [word, number]));
  const longest = vocabulary.words.reduce((length, word) => Math.max(length, [...word].length), 1);

  return (text) => {
    const characters = [...normalise(text)];
    const steps: Step[] = [{ score: 0, start: 0, word: undefined }];
    for (let end = 1; end <= characters.length; end++) {
      let best: Step = { score: Number.NEGATIVE_INFINITY, start: end - 1, word: undefined };
      for (let start = Math.max(0, end - longest); start < end; start++) {
        const word = numbers.get(characters.slice(start, end).join(''));
        if (word === undefined && start < end - 1) continue;
        const before = steps[start]!.score;
        const score = before + (word === undefined ? unknownScore : scores[word]!);
        if (score > best.score) best = { score, start, word };
      }
      steps.push(best);
    }
    return trace(steps);
  };
}

function trace(steps: readonly Step[]): Int32Array {
  const words: number[] = [];
  for (let end = steps.length - 1; end > 0; ) {
    const { start, word } = steps[end]!;
    if (word !== undefined) words.push(word);
    end = start;
  }
  return Int32Array.from(words.reverse());
}
