import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { route } from '../src/answer/route.ts';
import { readConfig } from '../src/config.ts';
import { chance, fitLogistic } from '../src/evaluation/logistic.ts';
import { readJsonLines } from '../src/json-lines.ts';
import { type Coefficients, evidenceNames, sourceThreshold } from '../src/knowledge/confidence.ts';
import { fuse, keywordsAlone } from '../src/knowledge/fusion.ts';
import { createView, type Vectors } from '../src/knowledge/search.ts';
import fusionWeights from '../src/knowledge/weights.json' with { type: 'json' };
import { openSearch } from './open-search.ts';
import { writeJson } from './write-json.ts';

const program = new Command('fit:confidence')
  .description(
    'fit the confidence below which there is no source on seeds/evaluation/{in,out-of}-scope.jsonl, and print the trade-off, each question judged by a fit that has not seen it',
  )
  .option('--out <file>', 'where the coefficients go', 'src/knowledge/confidence.json')
  .parse();
const { out } = program.opts<{ out: string }>();
const folds = 5;
const config = readConfig(process.env);
const record = z.object({ question: z.string() });
const read = (name: string) => readJsonLines(join(config.seedsDir, 'evaluation', name), record);
const [inScope, outOfScope] = [await read('in-scope.jsonl'), await read('out-of-scope.jsonl')];

const { passages, exemplars, neighbours, vectors: embedded } = await openSearch(config);
const fitted = {
  embeddings: await coefficientsOf('keywords and embeddings', embedded, fusionWeights),
  keywords: await coefficientsOf('keywords alone', null, keywordsAlone),
};
await writeJson(out, fitted);

async function coefficientsOf(
  name: string,
  vectors: Vectors,
  weights: typeof fusionWeights,
): Promise<Coefficients> {
  const view = createView(passages, exemplars, vectors);
  const evidenceOf = async (question: string): Promise<number[]> => {
    const { features, evidence } = await view(question);
    const scores = fuse(features, neighbours, weights);
    const best = evidence(scores.indexOf(Math.max(...scores)));
    return evidenceNames.map((each) => best[each]);
  };
  const questions = [...inScope, ...outOfScope].map((each) => each.question);
  const inputs: number[][] = [];
  for (const question of questions) inputs.push(await evidenceOf(question));
  const labels = questions.map((_, i) => i < inScope.length);
  const unseen = inputs.map((input, i) => {
    const seen = inputs.map((_, j) => j).filter((j) => j % folds !== i % folds);
    const { weights: w, bias } = fitLogistic(
      seen.map((j) => inputs[j]!),
      seen.map((j) => labels[j]!),
    );
    return chance(input, w, bias);
  });
  const stopped = questions.map((question) => route(question).kind === 'out-of-scope');
  process.stdout.write(
    `\n${name}\n\n| threshold | in scope answered | out of scope refused |\n| --- | --- | --- |\n`,
  );
  for (const threshold of [0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7]) {
    const refused = unseen.map((value, i) => stopped[i]! || value < threshold);
    const share = (label: boolean, hit: boolean): string => {
      const of = refused.filter((_, i) => labels[i] === label);
      return (of.filter((each) => each === hit).length / of.length).toFixed(3);
    };
    const chosen = threshold === sourceThreshold ? ' (chosen)' : '';
    process.stdout.write(`| ${threshold}${chosen} | ${share(true, false)} | ${share(false, true)} |\n`);
  }
  const { weights: w, bias } = fitLogistic(inputs, labels);
  const rounded = (value: number): number => Number(value.toFixed(3));
  return Object.fromEntries([
    ...evidenceNames.map((each, j) => [each, rounded(w[j]!)]),
    ['bias', rounded(bias)],
  ]) as Coefficients;
}
