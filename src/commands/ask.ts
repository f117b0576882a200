import type { Command } from 'commander';
import type { Answer } from '../answer/answer.ts';
import type { Compose } from '../answer/compose.ts';
import { openAnswering } from '../app.ts';
import { passageHeading } from '../knowledge/passage.ts';
import { plainText } from '../message/plain-text.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('answer one question')
    .argument('<question...>', 'the question')
    .option('--json', 'print {"status","text","sources","generated"}')
    .action(async (words: string[], options: { json?: true }) => {
      const { config, log, progress } = openShell();
      const { compose } = await openAnswering(config, log, progress);
      const answer = await answerOf(compose, words.join(' '));
      if (options.json) printJson(answerJson(answer));
      else {
        print(plainText(answer.message, Date.now()));
        for (const [i, source] of answer.message.sources.entries())
          print(`[${i + 1}] ${passageHeading(source)}`);
      }
    });
}

/** The answer of a turn without a turn before it; progress is left out. */
export async function answerOf(compose: Compose, question: string): Promise<Answer> {
  const events = compose(question, null);
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
  }
}

/** The contract of `ask --json`. */
function answerJson({ status, message }: Answer) {
  return {
    status,
    text: plainText(message, Date.now()),
    sources: message.sources,
    generated: message.generated,
  };
}
