import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { loadCorpus } from './corpus.ts';
import { exportModel } from './export.ts';
import { readLines } from './lines.ts';
import { createSegmenter } from './segment.ts';
import { openTeacher } from './teacher.ts';
import { distillationTexts, RECIPE, train } from './train.ts';
import { verifyExport } from './verify.ts';
import { parseVocabulary } from './vocabulary.ts';

interface Options {
  readonly shared: string;
  readonly knowledge: string;
  readonly out: string;
  readonly seed: number;
}

const VERIFIED_TEXTS = 200;

async function main({ shared, knowledge, out, seed }: Options): Promise<void> {
  const report = createReport();
  const vocabularyFile = join(shared, 'training/vocabulary.tsv');
  const vocabulary = parseVocabulary(await readLines(vocabularyFile), vocabularyFile);
  const sentences = await readLines(join(shared, 'training/sentences.txt'));
  const corpus = await loadCorpus(knowledge, shared);
  const segment = createSegmenter(vocabulary);
  const texts = distillationTexts({ corpus, sentences });
  report(
    `${vocabulary.words.length} words, ${corpus.passages.length} passages, ${corpus.pairs.length} questions`,
  );

  const teach = await openTeacher(join(shared, 'models/bge-small-zh-v1.5'));
  const taught = {
    words: await teach(vocabulary.words, everyTenth(report, 'teacher, words')),
    texts: await teach(texts, everyTenth(report, 'teacher, texts')),
  };
  const table = train({ vocabulary, corpus, sentences, segment, taught }, RECIPE, seed, report);
  await exportModel(out, vocabulary, table);

  const known = texts.filter((text) => segment(text).length > 0);
  const sample = known.filter((_, i) => i % Math.floor(known.length / VERIFIED_TEXTS) === 0);
  const lowest = await verifyExport(out, table, segment, sample);
  report(`${out} written; lowest cosine to the trained vectors ${lowest.toFixed(5)}`);
}

/** Lines on stderr, each with the seconds since the start. */
function createReport(): (line: string) => void {
  const start = Date.now();
  return (line) => {
    const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`${seconds} s  ${line}\n`);
  };
}

function everyTenth(report: (line: string) => void, what: string) {
  let tenths = 0;
  return (done: number, total: number) => {
    if (Math.floor((10 * done) / total) === tenths) return;
    tenths = Math.floor((10 * done) / total);
    report(`${what}: ${10 * tenths} %`);
  };
}

function seedOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number from 0 to 999999999');
  return Number(text);
}

const program = new Command('train:embedding')
  .description(
    'Trains the embedding model that the bot searches with. Takes some minutes; progress on stderr.',
  )
  .option('--shared <directory>', 'holds training/, reference/ and models/bge-small-zh-v1.5', '../shared')
  .option('--knowledge <directory>', 'the passages and questions to learn', 'knowledge')
  .option('--out <directory>', 'folder of the model, overwritten', 'models/mingbai-embedding')
  .option('--seed <number>', 'order of the examples', seedOf, 0);

try {
  await main(program.parse().opts<Options>());
} catch (error) {
  program.error(`train:embedding: ${(error as Error).message}`);
}
