import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { lawDigests } from '../../src/knowledge/law-digest.ts';
import { loadPassages } from '../../src/knowledge/load.ts';
import { bankPaths, loadBank, readBanks } from '../../src/quiz/bank.ts';
import { checkBanks } from '../../src/quiz/bank-check.ts';
import { books } from '../../src/quiz/books.ts';
import { checkBindings } from '../../src/quiz/correction/binding.ts';
import { readBindings } from '../../src/quiz/correction/bindings-file.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

const seedsDir = resolve(import.meta.dirname, '../../seeds');
const seeds = join(seedsDir, 'banks');

it('the seed banks load, hold thirty items and more a book of every type, and pass the check', async () => {
  const bank = await loadBank({ seedsDir });
  for (const { number } of books) {
    const items = bank.items.filter((item) => item.book === number);
    expect(items.length).toBeGreaterThanOrEqual(30);
    expect(new Set(items.map(({ type }) => type)).size).toBe(3);
    expect(new Set(items.map(({ difficulty }) => difficulty)).size).toBe(3);
  }
  const { files, findings } = await readBanks(await bankPaths(seeds));
  const everyArticle = new Set(Array.from({ length: 1260 }, (_, i) => i + 1));
  expect([...findings, ...checkBanks(files, everyArticle)]).toEqual([]);
});

it('the seed banks have been read against the law that the knowledge holds now', async () => {
  const { files } = await readBanks(await bankPaths(seeds));
  const passages = await loadPassages(resolve(seedsDir, '../knowledge'));
  expect(checkBindings(files, await readBindings({ seedsDir }), lawDigests(passages))).toEqual([]);
});

it('refuses an unfit item with file and line', async () => {
  const item = (id: string, key: number) =>
    `  - {id: ${id}, type: judge, book: 1, article: 17, difficulty: 1, stem: 成年 ${id}, options: [正确, 错误], answer: [${key}], explanation: 是}\n`;
  const head = 'bank: b\ntitle: t\nasOf: 2021-01-01\nitems:\n';
  const folder = await folderOf({
    'banks/a.yaml': head + item('x', 0),
    'banks/b.yaml': head + item('y', 1) + item('z', 2),
  });
  await expect(loadBank({ seedsDir: folder })).rejects.toThrow(/^b\.yaml:6: z: key 2 is out of range/);
  const twice = await folderOf({ 'banks/a.yaml': head + item('x', 0), 'banks/b.yaml': head + item('x', 1) });
  await expect(loadBank({ seedsDir: twice })).rejects.toThrow(/^b\.yaml:5: .*a\.yaml:5/);
});

it('says what to set where there is no bank', async () => {
  await expect(loadBank({ seedsDir: await folderOf({}) })).rejects.toThrow(/SEEDS_DIR/);
  await expect(loadBank({ seedsDir: join(seeds, 'none') })).rejects.toThrow(BadInput);
  await expect(readBanks([join(seeds, 'none.yaml')])).rejects.toThrow(/none\.yaml: cannot be read/);
});
