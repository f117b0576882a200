import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, watch, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { exam } from '../control/fixtures.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { chapter, entry } from '../knowledge/readers/fixtures.ts';
import { mingbaiProcess } from './mingbai.ts';

const roster = '单位,姓名\n甲,张三\n';

it('ends by itself, says what is wrong without a stack, and takes paths with spaces', async () => {
  const folder = join(await folderOf({}), '数据 目录');
  await mkdir(folder);
  const path = (name: string): string => join(folder, name);
  await writeFile(path('考 试.yaml'), exam);
  await writeFile(path('名 册.csv'), roster);
  const run = (...args: string[]) => mingbaiProcess({ DATA_DIR: path('data') }, ...args);
  expect(await run('campaign', 'create', path('考 试.yaml'))).toEqual({
    code: 0,
    stdout: 'exam: 任前考试\nno bot is running\n',
    stderr: '',
  });
  const [invited, listed, missing] = await Promise.all([
    run(
      'campaign',
      'roster',
      'exam',
      path('名 册.csv'),
      '--invites',
      path('邀 请.csv'),
      '--sheet',
      path('卡.pdf'),
    ),
    run('campaign', 'list', '--json'),
    run('ledger', 'verify'),
  ]);
  expect(invited).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(listed.stdout)).toContainEqual(expect.objectContaining({ id: 'exam', phase: 'open' }));
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toMatch(/^mingbai: \S.*ledger\.jsonl: cannot be found[^\n]*\n$/);
}, 60_000);

it('serves: has what was written while it started, does what commands ask, and leaves nothing behind', async () => {
  const settings = {
    DATA_DIR: await folderOf({ 'r.csv': roster, 'campaigns/none.txt': '' }),
    KNOWLEDGE_DIR: await folderOf({ 'civil-code/a.md': chapter(entry) }),
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  const { DATA_DIR } = settings;
  const path = (name: string): string => join(DATA_DIR, name);
  const changes = watch(DATA_DIR);
  const bot = spawn(process.execPath, [resolve(import.meta.dirname, '../../bin/mingbai.js'), 'serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  const lines = createInterface(bot.stdout)[Symbol.asyncIterator]();
  // The records are locked once campaigns have been read, and well before commands can reach the bot.
  for await (const { filename } of changes) if (filename === 'quiz.json.lock') break;
  expect(await readdir(DATA_DIR)).not.toContain('control.json');
  await writeFile(path('campaigns/exam.yaml'), exam);

  const [, address] = /(http:\S+)/.exec((await lines.next()).value ?? '') ?? [];
  expect((await fetch(`${address}/c/exam`)).status).toBe(200);
  const invited = await mingbaiProcess(
    settings,
    ...['campaign', 'roster', 'exam', path('r.csv'), '--invites', path('i.csv')],
  );
  expect(invited).toMatchObject({ code: 0, stdout: expect.stringContaining('1 invites written') });
  bot.kill('SIGTERM');
  expect(await once(bot, 'exit')).toEqual([0, null]);
  expect(JSON.parse(await readFile(path('quiz.json'), 'utf8')).rosters.exam).toHaveLength(1);
  expect((await readdir(DATA_DIR)).filter((name) => /control|lock|part|tmp/.test(name))).toEqual([]);
}, 60_000);
