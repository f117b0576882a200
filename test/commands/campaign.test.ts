import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { begin } from '../store/campaign-store.contract.ts';
import { mingbai } from './mingbai.ts';

const exam = `id: exam
title: 任前考试
mode: exam
paper: { size: 2, draw: [{ type: judge, count: 2, points: 50 }] }
window: { opens: 2026-01-01 08:00, closes: 2099-01-01 08:00 }
attempts: { most: 1, counts: best }
passMark: 60
tiers: []
keys: after-close
audience: { kind: roster }
`;

it('takes a campaign in, lists and shows it, and fills its roster', async () => {
  const folder = await folderOf({
    'exam.yaml': exam,
    'broken.yaml': exam.replace('passMark: 60', 'passMark: 101'),
    'r.csv': '单位,姓名\n甲,=张三\n甲,李四\n',
    'bad.csv': '单位,姓名\n甲,\n',
  });
  const DATA_DIR = join(folder, 'data');
  const run = (...args: string[]) => mingbai({ DATA_DIR }, 'campaign', ...args);
  const path = (name: string): string => join(folder, name);

  expect(await run('check', path('broken.yaml'))).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('broken.yaml:7: passMark: the pass mark is over the maximum of 100'),
  });
  expect(await run('create', path('exam.yaml'))).toMatchObject({ code: 0, stdout: 'exam: 任前考试\n' });
  expect((await run('create', path('exam.yaml'))).stderr).toContain('the id exam is in use');
  expect((await run('list')).stdout).toMatch(/^exam\topen\t2026-01-01 08:00/m);
  expect(JSON.parse((await run('show', 'exam')).stdout)).toMatchObject({ maximum: 100, phase: 'open' });

  const invites = path('invites.csv');
  expect(await run('roster', 'exam', path('bad.csv'), '--invites', invites)).toMatchObject({
    code: 1,
    stdout: 'bad.csv:2: neither name nor staff number\n',
  });
  expect((await run('roster', 'exam', path('r.csv'), '--invites', invites)).stdout).toContain('2 invites');
  const [, first] = (await readFile(invites, 'utf8')).split('\r\n');
  expect(first).toMatch(/^甲,'=张三,,[\w-]{22}$/);
  expect((await run('roster', 'civil-code-contest', path('r.csv'), '--invites', invites)).stderr).toContain(
    'is open to anybody',
  );
}, 60_000);

it('verifies the ledger and names the first broken line', async () => {
  const DATA_DIR = await folderOf({});
  const store = await openQuizStore(join(DATA_DIR, 'quiz.json'));
  for (const participant of ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'])
    await begin(store.campaigns, participant);
  await store.close();
  const verify = () => mingbai({ DATA_DIR }, 'ledger', 'verify');
  expect(await verify()).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('3 lines, the chain holds'),
  });
  const file = join(DATA_DIR, 'ledger.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('bbbbbbbbbb', 'zzzzzzzzzz'));
  expect(await verify()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('ledger.jsonl:2: line 2 is broken'),
  });
}, 60_000);

it('regrades: voids an item or gives it another key, in the ledger and once', async () => {
  const folder = await folderOf({ 'exam.yaml': exam.replace('id: exam', 'id: spring') });
  const DATA_DIR = join(folder, 'data');
  const run = (...args: string[]) => mingbai({ DATA_DIR }, 'campaign', ...args);
  await run('create', join(folder, 'exam.yaml'));
  const store = await openQuizStore(join(DATA_DIR, 'quiz.json'));
  const { attempt } = await begin(store.campaigns, 'aaaaaaaaaa');
  await store.close();
  const asked = attempt!.items[0]!;
  const voiding = ['regrade', 'spring', '--item', asked.item, '--void', '--reason', '题干有误'];
  expect((await run(...voiding)).stdout).toBe(
    `${asked.item}: 1 scores changed, by ${asked.points} points together\n`,
  );
  expect((await run(...voiding)).stdout).toContain('nothing changed');
  expect(
    (await run('regrade', 'spring', '--item', 'cc1-001', '--key', 'E', '--reason', '错')).stderr,
  ).toContain('--key goes from A to D');
  expect((await run('regrade', 'spring', '--item', 'none', '--void', '--reason', '错')).stderr).toContain(
    'was never asked',
  );
  const lines = (await readFile(join(DATA_DIR, 'ledger.jsonl'), 'utf8')).trim().split('\n');
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({
    type: 'rule',
    item: asked.item,
    key: null,
    reason: '题干有误',
  });
}, 60_000);
