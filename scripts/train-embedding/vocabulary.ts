/** The words the model knows; the index of a word is the number of its row in the embedding table. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Share of each word in the counted text; they add up to 1. */
  readonly probabilities: readonly number[];
}

/**
 * Reads lines of `word TAB count`. The tokenizer normalises text before it looks words up, so a word that
 * normalisation would change could never be found and is refused.
 */
export function parseVocabulary(lines: readonly string[], file: string): Vocabulary {
  const counts = new Map<string, number>();
  lines.forEach((line, index) => {
    const fail = (reason: string) => new Error(`${file}:${index + 1}: ${reason}: ${JSON.stringify(line)}`);
    const [word = '', count, ...rest] = line.split('\t');
    if (word === '' || rest.length > 0 || !(Number(count) > 0)) throw fail('expected "word TAB count"');
    if (normalise(word) !== word) throw fail(`not normalised, write ${JSON.stringify(normalise(word))}`);
    if (counts.has(word)) throw fail('word given twice');
    counts.set(word, Number(count));
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { words: [...counts.keys()], probabilities: [...counts.values()].map((count) => count / total) };
}

/** What tokenizer.json asks of the text, in the same order: NFKC, then lower case. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Natural logarithms to four decimals: what tokenizer.json holds, so that both segmenters add the same. */
export function wordScores({ probabilities }: Vocabulary): number[] {
  return probabilities.map((probability) => Math.round(Math.log(probability) * 1e4) / 1e4);
}
