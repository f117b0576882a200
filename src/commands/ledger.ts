import { join } from 'node:path';
import type { Command } from 'commander';
import { readLedger } from '../store/ledger-file.ts';
import { openShell, print } from './shell.ts';

export function registerLedger(program: Command): void {
  program
    .command('ledger')
    .description('the record of every score event')
    .command('verify')
    .description('check the chain; names the first broken line and fails. A running bot is no hindrance')
    .argument('[file]', 'DATA_DIR/ledger.jsonl by default')
    .action(async (given: string | undefined) => {
      const file = given ?? join(openShell().config.dataDir, 'ledger.jsonl');
      const { head, torn } = await readLedger(file);
      print(`${file}: ${head.seq} lines, the chain holds; last hash ${head.hash}`);
      if (torn > 0)
        print(
          `${torn} bytes after the last line: being written now, or left by a crash and never acknowledged`,
        );
    });
}
