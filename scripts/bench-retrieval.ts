import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { bootstrapInterval } from '../src/evaluation/bootstrap.ts';
import { crossFit, ranking } from '../src/evaluation/cross-fit.ts';
import type { WeightName } from '../src/evaluation/fit-weights.ts';
import { type Judged, recall, reciprocalRank, retrievalFigures } from '../src/evaluation/metrics.ts';
import { type RetrievalRecord, retrievalRecord } from '../src/evaluation/retrieval.ts';
import { readJsonLines } from '../src/json-lines.ts';
import type { EmbeddingModel } from '../src/knowledge/embedding.ts';
import { embedPassages } from '../src/knowledge/embeddings.ts';
import { loadExemplars } from '../src/knowledge/exemplars.ts';
import { weightNames } from '../src/knowledge/fusion.ts';
import { loadPassages } from '../src/knowledge/load.ts';
import { neighboursOf } from '../src/knowledge/neighbours.ts';
import { type Passage, sealPassage } from '../src/knowledge/passage.ts';
import { createView, type Vectors } from '../src/knowledge/search.ts';
import { loadEmbeddingModel } from '../src/models/transformers.ts';
import { retrievalExamples } from './retrieval-examples.ts';
import { createRandom } from './train-embedding/random.ts';

const program = new Command('bench:retrieval')
  .description(
    'retrieval by keywords, by embeddings and fused, with and without the carried questions, for each model at hand; weights fitted on the other half of the file',
  )
  .argument('[file]', 'JSON Lines: id, question, articles', '../shared/eval/citizen-questions.jsonl')
  .option('--json', 'print the rows as JSON')
  .option('--model <folder...>', 'models besides the bundled one', ['../shared/models/bge-small-zh-v1.5'])
  .parse();
const options = program.opts<{ json?: true; model: string[] }>();

const ways: [name: string, used: readonly WeightName[], needsModel: boolean][] = [
  ['keywords', ['keywords'], false],
  ['embeddings', ['text', 'nearestQuestions', 'allQuestions'], true],
  ['fused', weightNames.filter((name) => name !== 'neighbours'), true],
  ['fused + neighbours', weightNames, true],
];

interface Row extends Record<string, string | number | [number, number]> {
  way: string;
}

const config = readConfig(process.env);
const records = await readJsonLines(program.processedArgs[0], retrievalRecord);
const passages = await loadPassages(config.knowledgeDir);
const exemplars = await loadExemplars(config.knowledgeDir);
const bare = passages.map(({ digest: _, ...passage }) => sealPassage({ ...passage, questions: [] }));
const models = [config.embedding.model, ...options.model.filter((folder) => existsSync(folder))];

/** Vectors are made once for each model and set. */
const made = new Map<string, Awaited<ReturnType<typeof embedPassages>>['embeddings']>();

const rows: Row[] = [];
for (const [m, folder] of models.entries()) {
  const cls = folder.includes('bge');
  const model = await loadEmbeddingModel({
    ...config.embedding,
    model: folder,
    pooling: cls ? 'cls' : config.embedding.pooling,
  });
  for (const [set, held] of [
    ['yes', passages],
    ['no', bare],
  ] as const) {
    for (const [way, used, needsModel] of ways) {
      if (needsModel || m === 0)
        rows.push(await measure({ way, used, set, held, folder, model: needsModel ? model : null }));
    }
  }
}
if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else printTable(rows);

async function measure(run: {
  way: string;
  used: readonly WeightName[];
  set: string;
  held: Passage[];
  folder: string;
  model: EmbeddingModel | null;
}): Promise<Row> {
  const vectors: Vectors = run.model && {
    model: run.model,
    embeddings: await vectorsOf(run.held, run.model),
  };
  const view = createView(run.held, exemplars, vectors);
  const neighbours = neighboursOf(run.held);
  const began = performance.now();
  const examples = await retrievalExamples(records, run.held, view);
  const ms = (performance.now() - began) / records.length;
  const scores = crossFit(examples, neighbours, run.used);
  const judged = records.map((record, i) => judge(record, run.held, scores[i]!));
  const figures = retrievalFigures(judged);
  const interval = (figure: (one: Judged) => number) =>
    bootstrapInterval(judged.map(figure), createRandom(0));
  return {
    way: run.way,
    'with questions': run.set,
    model: run.model ? (run.folder.split('/').at(-1) ?? '') : '–',
    ...figures,
    'recall@10 95 %': interval((one) => recall(one, 10)),
    'MRR@10 95 %': interval((one) => reciprocalRank(one, 10)),
    'ms a query': ms,
    MB: run.model ? megabytes(run.folder) : 0,
  };
}

async function vectorsOf(held: Passage[], model: EmbeddingModel) {
  const key = `${model.id} ${held === bare}`;
  const known = made.get(key);
  if (known) return known;
  const { embeddings } = await embedPassages([...held, exemplars], model, null, (done, total) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${model.id} ${done}/${total}${done >= total ? '\n' : ''}`);
  });
  made.set(key, embeddings);
  return embeddings;
}

function judge(record: RetrievalRecord, held: Passage[], scores: Float64Array): Judged {
  const code = ranking(scores).flatMap((i) =>
    held[i]!.id.startsWith('civil-code/') ? [held[i]!.article!] : [],
  );
  return { ranked: code, relevant: record.articles };
}

function megabytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    statSync(join(folder, file)),
  );
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6;
}

function printTable(all: Row[]): void {
  const names = Object.keys(all[0]!);
  const cell = (value: Row[string]): string =>
    Array.isArray(value)
      ? value.map((v) => v.toFixed(3)).join('–')
      : typeof value === 'number'
        ? String(Number(value.toFixed(3)))
        : value;
  const print = (cells: string[]): void => {
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  };
  print(names);
  print(names.map(() => '---'));
  for (const row of all) print(names.map((name) => cell(row[name]!)));
}
