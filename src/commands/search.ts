import type { Command } from 'commander';
import { openKnowledge } from '../app.ts';
import { passageHeading, passageText } from '../knowledge/passage.ts';
import { wholeNumber } from './arguments.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerSearch(program: Command): void {
  program
    .command('search')
    .description('list the passages found for a query, best first')
    .argument('<query...>', 'the query')
    .option('--limit <n>', 'passages at most', wholeNumber(1, 1000), 10)
    .option('--json', 'print [{"passage","title","law","article","score","text"}]')
    .action(async (words: string[], options: { limit: number; json?: true }) => {
      const { config, log, progress } = openShell();
      const library = await openKnowledge(config, log, progress);
      const hits = await library.current().search(words.join(' '), options.limit);
      const found = hits.map(({ passage, score }) => ({
        passage: passage.id,
        title: passage.title,
        law: passage.law,
        article: passage.article,
        score: Number(score.toFixed(4)),
        text: passageText(passage),
      }));
      if (options.json) printJson(found);
      else
        for (const hit of found) print(`${hit.score.toFixed(3)}  ${passageHeading(hit)}  (${hit.passage})`);
    });
}
