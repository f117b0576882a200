import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/store/ledger-file.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { exam, installation } from '../control/fixtures.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { begin } from '../store/campaign-store.contract.ts';
import { mingbai } from './mingbai.ts';

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
  const found = await run('check', path('broken.yaml'), path('exam.yaml'), '--json');
  expect([found.code, JSON.parse(found.stdout)]).toMatchObject([
    1,
    { sound: ['exam'], findings: [{ file: 'broken.yaml', line: 7 }] },
  ]);
  expect(await run('create', path('exam.yaml'))).toMatchObject({
    code: 0,
    stdout: 'exam: 任前考试\nno bot is running\n',
  });
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
  expect(first).toMatch(/^甲,'=张三,,(\w[\w-]{21}),http:\/\/127\.0\.0\.1:8787\/i\/\1$/);
  const open = ['roster', 'civil-code-contest', path('r.csv'), '--invites', path('open.csv')];
  expect((await run(...open)).stderr).toContain('is open to anybody');
}, 60_000);

it('hands a roster to the running bot, and never writes over invites', async () => {
  const { dataDir: DATA_DIR, startBot } = await installation();
  const folder = await folderOf({
    'r.csv': '名单\n单位,姓名\n甲,张三\n乙,李四\n乙,王五\n',
    'next.yaml': exam.replace('id: exam', 'id: next'),
  });
  const path = (name: string): string => join(folder, name);
  const settings = { DATA_DIR, PUBLIC_URL: 'https://law.example.cn' };
  const run = (...args: string[]) => mingbai(settings, 'campaign', ...args);
  const roster = (...more: string[]) => run('roster', 'exam', path('r.csv'), ...more);
  const { store, content } = await startBot();

  expect(await roster('--preview')).toMatchObject({
    code: 0,
    stdout: '甲\t1\n乙\t2\n3 persons in 2 units, 3 of them new to the roster\n',
  });
  expect((await roster('--invites', path('r.csv'))).stderr).toContain('is there already');
  expect(await store.campaigns.roster('exam')).toEqual([]);

  const files = ['--invites', path('i.csv'), '--sheet', path('i.pdf'), '--bot', '@mingbai_bot'];
  expect(await roster(...files)).toMatchObject({
    code: 0,
    stdout: `3 persons read, 3 invites written to ${path('i.csv')}\ncards written to ${path('i.pdf')}\n`,
  });
  expect((await store.campaigns.roster('exam')).map(({ name }) => name)).toEqual(['张三', '李四', '王五']);
  const written = await readFile(path('i.csv'), 'utf8');
  expect(written).toMatch(
    /甲,张三,,(\w[\w-]{21}),https:\/\/law\.example\.cn\/i\/\1,https:\/\/t\.me\/mingbai_bot\?start=\1\r\n/,
  );
  expect((await stat(path('i.csv'))).mode & 0o777).toBe(0o600);
  expect((await readFile(path('i.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await roster('--invites', path('i.csv'), '--force')).stdout).toContain(
    'nobody new: nothing written',
  );
  expect(await readFile(path('i.csv'), 'utf8')).toBe(written);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);

  expect((await run('create', path('next.yaml'))).stdout).toContain('a running bot has it now');
  expect(content.campaigns.has('next')).toBe(true);
  const taken = join(DATA_DIR, 'campaigns/exam.yaml');
  await writeFile(taken, exam.replace('passMark: 60', 'passMark: 50'));
  expect(await run('reload')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/exam\.yaml:\d+: passMark: cannot change.*put it back to 60/),
  });
  await writeFile(taken, exam.replace('任前考试', '任前法律考试'));
  expect((await run('reload')).stdout).toMatch(/a running bot has \d+ items and 3 campaigns now/);
  expect(content.campaigns.get('exam')!.title).toBe('任前法律考试');
}, 120_000);

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
  const { head } = await readLedger(join(DATA_DIR, 'ledger.jsonl'));
  expect(JSON.parse((await mingbai({ DATA_DIR }, 'ledger', 'verify', '--json')).stdout)).toMatchObject({
    lines: 3,
    hash: head.hash,
    torn: 0,
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
