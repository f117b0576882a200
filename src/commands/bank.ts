import type { Command } from 'commander';
import { lawDigests } from '../knowledge/law-digest.ts';
import { loadPassages } from '../knowledge/load.ts';
import type { Passage } from '../knowledge/passage.ts';
import { isCivilCode } from '../knowledge/readers/civil-code.ts';
import { readBanks, readInstalled } from '../quiz/bank.ts';
import { checkBanks } from '../quiz/bank-check.ts';
import { checkBindings } from '../quiz/correction/binding.ts';
import { readBindings } from '../quiz/correction/bindings-file.ts';
import type { Finding } from '../quiz/finding.ts';
import { registerBankBind } from './bank-bind.ts';
import { registerBankExport } from './bank-export.ts';
import { registerBankFix } from './bank-fix.ts';
import { registerBankFlags } from './bank-flags.ts';
import { registerBankImport } from './bank-import.ts';
import { openShell, print, printJson } from './shell.ts';

export function registerBank(program: Command): void {
  const bank = program.command('bank').description('the quiz banks');
  bank
    .command('check')
    .description('report what is wrong or doubtful in banks; fails where there are errors')
    .argument('[files...]', 'banks (*.yaml); those of SEEDS_DIR and DATA_DIR by default')
    .option('--strict', 'fail where there are warnings, too')
    .option('--json', 'print {"items","errors","warnings","infos","findings":[…]}')
    .action(async (given: string[], options: { json?: true; strict?: true }) => {
      const { config } = openShell();
      const read = await (given.length > 0 ? readBanks(given) : readInstalled(config));
      const passages = await loadPassages(config.knowledgeDir);
      const findings = [
        ...read.findings,
        ...checkBanks(read.files, articlesOf(passages)),
        ...checkBindings(read.files, await readBindings(config), lawDigests(passages)),
      ].sort(byPlace);
      const count = (severity: Finding['severity']) =>
        findings.filter((each) => each.severity === severity).length;
      const report = {
        items: read.files.reduce((sum, { items }) => sum + items.length, 0),
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
        findings,
      };
      if (options.json) printJson(report);
      else {
        for (const { file, line, severity, item, message } of findings) {
          print(`${file}:${line}: ${severity}: ${item ? `${item}: ` : ''}${message}`);
        }
        const { items, errors, warnings, infos } = report;
        print(`${items} items, ${errors} errors, ${warnings} warnings, ${infos} infos`);
      }
      if (report.errors > 0 || (options.strict && report.warnings > 0)) process.exitCode = 1;
    });
  registerBankImport(bank);
  registerBankExport(bank);
  registerBankBind(bank);
  registerBankFlags(bank);
  registerBankFix(bank);
}

/** The articles that the knowledge has a card for. */
const articlesOf = (passages: readonly Passage[]): Set<number> =>
  new Set(passages.filter(isCivilCode).map(({ article }) => article!));

const byPlace = (a: Finding, b: Finding): number => a.file.localeCompare(b.file) || a.line - b.line;
