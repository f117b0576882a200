import { join } from 'node:path';
import type { Command } from 'commander';
import { loadPassages } from '../knowledge/load.ts';
import { bankPaths, importedPaths, readBanks } from '../quiz/bank.ts';
import { checkBanks } from '../quiz/bank-check.ts';
import type { Finding } from '../quiz/finding.ts';
import { registerBankExport } from './bank-export.ts';
import { registerBankImport } from './bank-import.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerBank(program: Command): void {
  const bank = program.command('bank').description('the quiz banks');
  bank
    .command('check')
    .description('report what is wrong or doubtful in banks; fails where there are errors')
    .argument('[files...]', 'banks (*.yaml); those of SEEDS_DIR and DATA_DIR by default')
    .option('--json', 'print {"items","errors","warnings","findings":[…]}')
    .action(async (given: string[], options: { json?: true }) => {
      const { config } = openShell();
      const paths =
        given.length > 0
          ? given
          : [
              ...(await bankPaths(join(config.seedsDir, 'banks'))),
              ...(await importedPaths(join(config.dataDir, 'banks'))),
            ];
      const { files, findings: unreadable } = await readBanks(paths);
      const findings = [...unreadable, ...checkBanks(files, await articlesOf(config.knowledgeDir))].sort(
        byPlace,
      );
      const count = (severity: Finding['severity']) =>
        findings.filter((each) => each.severity === severity).length;
      const report = {
        items: files.reduce((sum, { items }) => sum + items.length, 0),
        errors: count('error'),
        warnings: count('warning'),
        findings,
      };
      if (options.json) printJson(report);
      else {
        for (const { file, line, severity, item, message } of findings) {
          print(`${file}:${line}: ${severity}: ${item ? `${item}: ` : ''}${message}`);
        }
        print(`${report.items} items, ${report.errors} errors, ${report.warnings} warnings`);
      }
      if (report.errors > 0) process.exitCode = 1;
    });
  registerBankImport(bank);
  registerBankExport(bank);
}

/** The articles that the knowledge has a card for. */
async function articlesOf(knowledgeDir: string): Promise<Set<number>> {
  const passages = await loadPassages(knowledgeDir);
  return new Set(
    passages.flatMap(({ law, article }) => (law === '民法典' && article !== null ? [article] : [])),
  );
}

const byPlace = (a: Finding, b: Finding): number => a.file.localeCompare(b.file) || a.line - b.line;
