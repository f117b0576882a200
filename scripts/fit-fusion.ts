import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { fitWeights } from '../src/evaluation/fit-weights.ts';
import { retrievalRecord } from '../src/evaluation/retrieval.ts';
import { readJsonLines } from '../src/json-lines.ts';
import { createView } from '../src/knowledge/search.ts';
import { openSearch } from './open-search.ts';
import { retrievalExamples } from './retrieval-examples.ts';
import { writeJson } from './write-json.ts';

const program = new Command('fit:fusion')
  .description('fit the weights of the fusion on a file of questions with their articles, and write them')
  .argument('[file]', 'JSON Lines: id, question, articles', '../shared/eval/citizen-questions.jsonl')
  .option('--out <file>', 'where the weights go', 'src/knowledge/weights.json')
  .parse();
const { out } = program.opts<{ out: string }>();

const config = readConfig(process.env);
const records = await readJsonLines(program.processedArgs[0], retrievalRecord);
const { passages, exemplars, neighbours, vectors } = await openSearch(config);
const examples = await retrievalExamples(records, passages, createView(passages, exemplars, vectors));
const weights = fitWeights(examples, neighbours);
const rounded = Object.fromEntries(
  Object.entries(weights).map(([name, value]) => [name, Number(value.toFixed(3))]),
);
await writeJson(out, rounded);
process.stdout.write(`${out}: ${JSON.stringify(rounded)} from ${records.length} questions\n`);
