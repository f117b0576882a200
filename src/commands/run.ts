import { Command, CommanderError } from 'commander';
import { BadInput, Outage } from '../errors.ts';
import { registerCommands } from './index.ts';

/** Runs one command line. What a person can mend goes to stderr with exit code 1; anything else is thrown. */
export async function run(args: readonly string[]): Promise<void> {
  const program = new Command('mingbai')
    .description(
      '明白人: a grounded legal-literacy bot for Jinan. Settings come from the environment; see README.md.',
    )
    .version('0.1.0')
    .showHelpAfterError()
    .exitOverride();
  registerCommands(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (error instanceof BadInput || error instanceof Outage) {
      process.stderr.write(`mingbai: ${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}
