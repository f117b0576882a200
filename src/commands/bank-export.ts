import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { BadInput } from '../errors.ts';
import { readBanks, readInstalled } from '../quiz/bank.ts';
import type { BankFile } from '../quiz/bank-file.ts';
import { bankWriters } from '../quiz/export/index.ts';
import { openShell, print } from './shell.ts';

const formats = bankWriters.map(({ format }) => format);

export function registerBankExport(bank: Command): void {
  bank
    .command('export')
    .description('write a bank for Excel or Moodle; `bank import` reads each of them back')
    .argument('<bank>', 'a bank: its id, or a file (*.yaml)')
    .addOption(new Option('--format <format>', 'the format').choices(formats).makeOptionMandatory())
    .option(
      '--out <file>',
      'where to; <bank> with the extension of the format in this folder by default, - for stdout',
    )
    .action(async (given: string, options: { format: string; out?: string }) => {
      const { config } = openShell();
      const { bank: name, title, asOf, items } = await findBank(given, config);
      const writer = bankWriters.find(({ format }) => format === options.format)!;
      const bytes = await writer.write(
        items.map(({ item }) => item),
        { bank: name, title, asOf },
      );
      const out = options.out ?? `${name}${writer.extension}`;
      if (out === '-') {
        process.stdout.write(bytes);
        return;
      }
      await writeFile(out, bytes).catch((cause) => {
        throw new BadInput({ file: out }, '写不进去；请用 --out 换一个地方', { cause });
      });
      print(`已导出${items.length}道题：${out}`);
    });
}

/** @throws BadInput where there is no such bank, or what it holds cannot be read */
async function findBank(given: string, config: Config): Promise<BankFile> {
  const isFile = /\.ya?ml$/i.test(given);
  const { files, findings } = await (isFile ? readBanks([given]) : readInstalled(config));
  const found = files.find(({ bank }) => isFile || bank === given);
  const finding = findings.find(
    ({ severity, file }) => severity === 'error' && (isFile || file === found?.file),
  );
  if (finding) throw new BadInput(finding, `${finding.message}；请先用 mingbai bank check 查一查`);
  if (!found) {
    const known = files.map(({ bank }) => bank).filter(Boolean);
    throw new BadInput({ file: given }, `没有这个题库；现有：${known.join('、')}`);
  }
  return found;
}
