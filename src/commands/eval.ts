import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openAnswering, openKnowledge } from '../app.ts';
import { BadInput } from '../errors.ts';
import { answerRecord, evaluateAnswers } from '../evaluation/answers.ts';
import { evaluateRetrieval, retrievalRecord } from '../evaluation/retrieval.ts';
import { readJsonLines } from '../json-lines.ts';
import { answerOf } from './ask.ts';
import { openShell, print, printJson } from './shell.ts';

interface Options {
  run?: string;
  json?: true;
}

export function registerEval(program: Command): void {
  const evaluate = program.command('eval').description('measure retrieval or answers on a JSON Lines file');
  const measure = (name: string, description: string): Command =>
    evaluate
      .command(name)
      .description(description)
      .argument('<file>', 'JSON Lines, a record a line')
      .option('--run <out>', 'write a line a question to this file')
      .option('--json', 'print the figures as JSON');
  measure('retrieval', 'recall@1/5/10/20, MRR@10, nDCG@10; a record: id, question, articles').action(
    retrieval,
  );
  measure('answers', 'share answered with every string; a record: question, answer_must_contain').action(
    answers,
  );
}

async function retrieval(file: string, options: Options): Promise<void> {
  const { config, log, progress } = openShell();
  const records = await readJsonLines(file, retrievalRecord);
  const library = await openKnowledge(config, log, progress);
  const { figures, lines } = await evaluateRetrieval(records, library.current().search, progress);
  await finish(figures, lines, options);
}

async function answers(file: string, options: Options): Promise<void> {
  const { config, log, progress } = openShell();
  const records = await readJsonLines(file, answerRecord);
  const { compose } = await openAnswering(config, log, progress);
  const { figures, lines, missed } = await evaluateAnswers(
    records,
    (question) => answerOf(compose, question),
    progress,
  );
  await finish(figures, lines, options);
  if (!options.json) {
    for (const { id, question, missing } of missed)
      print(`missed ${id} ${question}: ${missing.join('、') || 'not answered'}`);
  }
}

async function finish(figures: object, lines: object[], { run, json }: Options): Promise<void> {
  if (run) {
    await writeFile(run, lines.map((line) => `${JSON.stringify(line)}\n`).join('')).catch((cause) => {
      throw new BadInput({ file: run }, 'cannot be written; name a file in an existing folder', { cause });
    });
  }
  if (json) printJson(figures);
  else
    for (const [name, value] of Object.entries(figures) as [string, number][])
      print(`${name.padEnd(14)} ${Number(value.toFixed(3))}`);
}
