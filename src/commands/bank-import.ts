import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { prepareDataDir } from '../data-dir.ts';
import { BadInput } from '../errors.ts';
import { lawDigests } from '../knowledge/law-digest.ts';
import { loadPassages } from '../knowledge/load.ts';
import { installedPaths, readBanks } from '../quiz/bank.ts';
import { bankYaml } from '../quiz/bank-yaml.ts';
import { bindingsOf } from '../quiz/correction/binding.ts';
import { addBindings } from '../quiz/correction/bindings-file.ts';
import { admit } from '../quiz/import/admit.ts';
import { bankId, withIds } from '../quiz/import/bank-of.ts';
import { describeReading, previewJson } from '../quiz/import/describe.ts';
import { problems } from '../quiz/import/phrases.ts';
import { importFormats, readAny } from '../quiz/import/readers/index.ts';
import { saveBank } from '../quiz/import/save.ts';
import { wholeNumber } from './arguments.ts';
import { reloadBot } from './reload-bot.ts';
import { openShell, print, printJson } from './shell.ts';

interface Options {
  format?: string;
  preview?: true;
  json?: true;
  bank?: string;
  title?: string;
  book?: number;
  yes?: true;
}

export function registerBankImport(bank: Command): void {
  bank
    .command('import')
    .description('read questions from a file and, once confirmed, put them into DATA_DIR/banks')
    .argument('<file>', `a bank (${importFormats.join(', ')})`)
    .addOption(new Option('--format <format>', 'where the extension does not tell').choices(importFormats))
    .option('--preview', 'only show what would be imported')
    .option(
      '--json',
      'print {"items":[{"type","stem","options","answer"}],"rejected":[{"line","reason"}]}; implies --preview without --yes',
    )
    .option('--bank <id>', 'the id of the new bank: a-z, 0-9 and -, at most 24')
    .option('--title <title>', 'its title; the name of the file by default')
    .option('--book <n>', 'the book of the Civil Code that its items are about', wholeNumber(1, 7))
    .option('--yes', 'import without asking')
    .action(importBank);
}

async function importBank(path: string, options: Options): Promise<void> {
  const { config } = openShell();
  const bytes = await readFile(path).catch((cause) => {
    throw new BadInput({ file: path }, '打不开；请检查路径和权限', { cause });
  });
  const reading = await readAny(path, bytes, options.format);
  const { files } = await readBanks(await installedPaths(config));
  const present = files.flatMap(({ items }) => items.map(({ item }) => item));
  const { admitted, repeats } = admit(reading.items, present);
  if (options.json) printJson(previewJson(reading));
  else for (const line of describeReading(basename(path), reading, repeats)) print(line);
  if (reading.items.length === 0) {
    const [first] = reading.rejected;
    throw new BadInput({ file: path, ...(first && { line: first.lines[0]! }) }, problems.noItems);
  }
  if (options.preview || (options.json && !options.yes)) return;

  if (admitted.length === 0) {
    if (!options.json) print('这些题都已经在题库里了，没有写入。');
    return;
  }
  const name = options.bank ?? `import-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`;
  if (!bankId.test(name))
    throw new BadInput({ file: `--bank ${name}` }, '只能用小写字母、数字和 -，最多24个字符');
  if (files.some(({ bank }) => bank === name)) {
    throw new BadInput({ file: `--bank ${name}` }, '已有同名的题库；请换一个名字，或先删掉旧的那个文件');
  }
  if (!options.yes && !(await confirmed(admitted.length))) {
    print('没有写入。');
    process.exitCode = 1;
    return;
  }
  await prepareDataDir(config.dataDir);
  const head = {
    bank: name,
    title: options.title ?? basename(path, extname(path)),
    asOf: new Date().toISOString().slice(0, 10),
    source: basename(path),
  };
  const items = withIds(admitted, name, new Set(present.map(({ id }) => id)), options.book);
  const target = join(config.dataDir, 'banks', `${name}.yaml`);
  await saveBank(target, bankYaml(head, items));
  if (items.some(({ article }) => article)) {
    const digests = lawDigests(await loadPassages(config.knowledgeDir));
    await addBindings(config.dataDir, bindingsOf(items, digests));
  }
  const reloaded = await reloadBot(config.dataDir);
  if (options.json) return;
  const live = reloaded ? '正在运行的机器人已经用上了。' : '现在没有机器人在运行，下次启动就会用上。';
  print(`已导入${items.length}道题：${target}。${live}`);
  for (const { campaign, before, after } of reloaded?.pools ?? [])
    print(`注意：${campaign}正在进行，抽题范围从${before}道变成${after}道。`);
}

/** Asks at a terminal; anywhere else nobody can answer. */
async function confirmed(count: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    print('要写入题库，请加 --yes。');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(?:y|yes|是)$/i.test((await terminal.question(`导入这${count}道题？(y/N) `)).trim());
  } finally {
    terminal.close();
  }
}
