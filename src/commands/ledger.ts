import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { BadInput } from '../errors.ts';
import { readLedger } from '../store/ledger-file.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerLedger(program: Command): void {
  program
    .command('ledger')
    .description('the record of every score event')
    .command('verify')
    .description('check the chain; names the first broken line and fails. A running bot is no hindrance')
    .argument('[file]', 'DATA_DIR/ledger.jsonl by default')
    .option('--json', 'print {"file","lines","hash","torn"}; hash of the last line, bytes after it')
    .action(async (given: string | undefined, options: { json?: true }) => {
      const file = given ?? join(openShell().config.dataDir, 'ledger.jsonl');
      await access(file).catch((cause) => {
        throw new BadInput({ file }, 'cannot be found; there is none before the first score', { cause });
      });
      const { head, torn } = await readLedger(file);
      if (options.json) return printJson({ file, lines: head.seq, hash: head.hash, torn });
      print(`${file}: ${head.seq} lines, the chain holds; last hash ${head.hash}`);
      if (torn > 0)
        print(
          `${torn} bytes after the last line: being written now, or left by a crash and never acknowledged`,
        );
    });
}
