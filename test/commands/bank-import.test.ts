import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadBank } from '../../src/quiz/bank.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { mingbai as commandLine } from './mingbai.ts';

const seedsDir = resolve(import.meta.dirname, '../../seeds');

/** In a folder that is also the data folder. */
const mingbai = (folder: string, ...args: string[]) =>
  commandLine({ DATA_DIR: folder, CWD: folder }, 'bank', ...args);

const source = `民间题库
1.某某问题问的是什么（ C ）。
A.东 B.西 C.南 D.北
2.某某问题没有答案（ ）。
A.东 B.西 C.南 D.北
3.某某说法是对的。（√）
`;

it('previews as the contract says, and writes nothing', async () => {
  const folder = await folderOf({ 'b.txt': source });
  const { code, stdout } = await mingbai(folder, 'import', 'b.txt', '--preview', '--json');
  expect(JSON.parse(stdout)).toEqual({
    items: [
      { type: 'single', stem: '某某问题问的是什么（ ）。', options: ['东', '西', '南', '北'], answer: [2] },
      { type: 'judge', stem: '某某说法是对的。（ ）', options: ['正确', '错误'], answer: [0] },
    ],
    rejected: [{ line: 4, reason: '没有找到答案' }],
  });
  expect(code).toBe(0);
  const human = await mingbai(folder, 'import', 'b.txt', '--preview');
  expect(human.stdout).toContain('读到2道题（单选1，多选0，判断1），1处没有收进来');
  expect(human.stdout).toContain('第4行：没有找到答案');
  expect(await readdir(folder)).toEqual(['b.txt']);
}, 60_000);

it('goes live only once confirmed; then the bot draws from it, and a second import adds nothing', async () => {
  const folder = await folderOf({ 'b.txt': source });
  const asked = await mingbai(folder, 'import', 'b.txt');
  expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining('--yes') });
  expect(await readdir(folder)).toEqual(['b.txt']);
  const done = await mingbai(
    folder,
    'import',
    'b.txt',
    '--yes',
    '--bank',
    'folk',
    '--title',
    '民间',
    '--book',
    '5',
  );
  expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/已导入2道题.*没有机器人在运行/) });
  const bank = await loadBank({ seedsDir, dataDir: folder });
  expect(bank.item('folk-001')).toMatchObject({ book: 5, article: null, difficulty: 2, explanation: '' });
  expect(bank.nameOf('folk-002')).toBe('folk');
  const again = await mingbai(folder, 'import', 'b.txt', '--yes', '--bank', 'other');
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('都已经在题库里了') });
  expect(await readdir(join(folder, 'banks'))).toEqual(['folk.yaml']);
  expect(await mingbai(folder, 'check')).toMatchObject({ code: 0 });
}, 60_000);

it('exports a bank and reads it back', async () => {
  const folder = await folderOf({ 'b.txt': source });
  await mingbai(folder, 'import', 'b.txt', '--yes', '--bank', 'folk');
  const first = await mingbai(folder, 'import', 'b.txt', '--json');
  for (const [format, file] of [
    ['xlsx', 'folk.xlsx'],
    ['moodle', 'folk.xml'],
  ] as const) {
    expect(await mingbai(folder, 'export', 'folk', '--format', format)).toMatchObject({ code: 0 });
    const { stdout } = await mingbai(folder, 'import', file, '--preview', '--json');
    expect(JSON.parse(stdout).items).toEqual(JSON.parse(first.stdout).items);
  }
  await mingbai(folder, 'export', 'banks/folk.yaml', '--format', 'gift', '--out', 'x.gift');
  expect(await readFile(join(folder, 'x.gift'), 'utf8')).toContain('::folk-001::');
}, 60_000);

it('names file, line and remedy of bad input', async () => {
  const folder = await folderOf({
    'b.docx': 'no zip',
    'none.txt': '会议通知\n明天下午开会。\n',
    'ok.txt': source,
  });
  const torn = await mingbai(folder, 'import', 'b.docx', '--preview', '--json');
  expect(torn).toMatchObject({ code: 1, stdout: '' });
  expect(torn.stderr).toMatch(/b\.docx: 不是完好的 docx.*另存/);
  const empty = await mingbai(folder, 'import', 'none.txt', '--preview');
  expect(empty.code).toBe(1);
  expect(empty.stderr).toMatch(/none\.txt:\d: 没有读到一道完整的题/);
  expect((await mingbai(folder, 'import', 'gone.txt')).stderr).toContain('gone.txt: 打不开');
  expect((await mingbai(folder, 'import', 'ok.txt', '--yes', '--bank', '中文')).stderr).toContain('--bank');
  const taken = await mingbai(folder, 'import', 'ok.txt', '--yes', '--bank', 'civil-code-1');
  expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('已有同名的题库') });
  expect((await mingbai(folder, 'export', 'nothing', '--format', 'gift')).stderr).toContain('civil-code-1');
}, 60_000);
