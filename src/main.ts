import { Command } from 'commander';
import { registerCommands } from './commands/index.ts';
import { BadInput, Outage } from './errors.ts';

// `mingbai search … | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const program = new Command('mingbai')
  .description(
    '明白人: a grounded legal-literacy bot for Jinan. Settings come from the environment; see README.md.',
  )
  .version('0.1.0')
  .showHelpAfterError();
registerCommands(program);
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof BadInput || error instanceof Outage)) throw error;
  process.stderr.write(`mingbai: ${error.message}\n`);
  process.exitCode = 1;
}
