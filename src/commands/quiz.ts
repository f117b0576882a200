import type { Command } from 'commander';
import { talk } from './chat.ts';

export function registerQuiz(program: Command): void {
  program
    .command('quiz')
    .description('practise the Civil Code in the terminal')
    .action(() => talk('/quiz'));
}
