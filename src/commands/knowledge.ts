import type { Command } from 'commander';
import { describeRefresh, describeStatus, statusOf } from '../admin/describe.ts';
import { openKnowledge } from '../app.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerKnowledge(program: Command): void {
  const knowledge = program.command('knowledge').description('the knowledge base');
  knowledge
    .command('refresh')
    .description('read the knowledge folder again and embed what has changed')
    .option('--json', 'print the counts as JSON')
    .action(async (options: { json?: true }) => {
      const { config, log, progress } = openShell();
      const began = performance.now();
      const release = (await openKnowledge(config, log, progress)).current();
      const report = {
        release: release.id,
        passages: release.passages.length,
        embedded: release.embedded,
        skipped: release.kept,
        model: release.model,
        seconds: (performance.now() - began) / 1000,
      };
      if (options.json) printJson(report);
      else for (const line of describeRefresh(report)) print(line);
    });
  knowledge
    .command('status')
    .description('what the knowledge base holds and how it is searched')
    .option('--json', 'print the status as JSON')
    .action(async (options: { json?: true }) => {
      const { config, log, progress } = openShell();
      const release = (await openKnowledge(config, log, progress)).current();
      if (options.json) printJson(statusOf(release));
      else for (const line of describeStatus(release)) print(line);
    });
}
