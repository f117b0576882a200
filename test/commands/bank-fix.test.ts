import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { choose } from '../../src/quiz/campaign/paper/answering.ts';
import type { Attempt } from '../../src/quiz/campaign/paper/attempt.ts';
import { decideBegin } from '../../src/quiz/campaign/paper/begin.ts';
import { drawPaper, poolOf } from '../../src/quiz/campaign/paper/paper.ts';
import { writeLetters } from '../../src/quiz/letters.ts';
import { installation } from '../control/fixtures.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { mingbai } from './mingbai.ts';

/** A running bot whose exam has been sat once: the first judge item answered wrong and flagged. */
async function satExam() {
  const { dataDir, startBot } = await installation();
  const { store, content } = await startBot();
  const { bank } = content;
  const campaign = content.campaigns.get('exam')!;
  const now = Date.parse('2026-02-01T08:00:00+08:00');
  const wish = { participant: 'aaaaaaaaaa', admitted: 'yes' as const, level: 1, number: 1, now };
  const begun = await store.campaigns.begin(wish.participant, (before) =>
    decideBegin(campaign, wish, before, (random) =>
      drawPaper(campaign, poolOf(campaign, bank), new Set(), random),
    ),
  );
  const { id, items } = begun.attempt as Attempt;
  const item = bank.item(items[0]!.item)!;
  const wrong = item.answer[0] === 0 ? 1 : 0;
  await store.campaigns.change(id, (attempt) =>
    choose(attempt, 0, items[0]!.order.indexOf(wrong), { campaign, bank, now }),
  );
  const flag = {
    item: item.id,
    campaign: 'exam',
    person: 'web:1',
    reason: 'key' as const,
    at: now,
    settled: null,
  };
  await store.flags.flag('web:1', () => ({ outcome: 'flagged', flag }));
  const run = (...args: string[]) => mingbai({ DATA_DIR: dataDir }, 'bank', ...args);
  return { run, dataDir, bank, store, flag, item, wrong, second: items[1]!.item, stem: item.stem };
}

it('lists flags while the bot runs; a fix reaches the bot, settles them and regrades', async () => {
  const { run, dataDir, bank, store, flag, item, wrong, second, stem } = await satExam();
  expect(JSON.parse((await run('flags', '--json')).stdout)).toMatchObject([
    { item: item.id, stem, open: 1, reasons: { key: 1, law: 0 }, practice: 0, campaigns: { exam: 1 } },
  ]);
  expect((await run('flags')).stdout).toContain(`${item.id}\t1 open\tkey 1\tmet in exam 1`);

  const key = writeLetters([wrong]);
  const fixed = await run('fix', item.id, '--key', key, '--reason', '按新规定', '--by', '张三', '--regrade');
  expect(fixed).toMatchObject({ code: 0, stderr: '' });
  expect(fixed.stdout.split('\n')).toEqual([
    `${item.id}: key: ${writeLetters(item.answer)} → ${key}`,
    'a running bot has it now',
    '1 flags settled',
    'exam: 1 scores changed, by 50 points together',
    '',
  ]);
  expect(bank.item(item.id)!.answer).toEqual([wrong]);
  expect((await run('flags')).stdout).toBe('no open flags\n');
  expect(JSON.parse((await run('flags', '--all', '--json')).stdout)).toMatchObject([
    { open: 0, settled: 1, note: '按新规定' },
  ]);
  expect(await run('settle', item.id, '--note', '无误')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('has no open flags'),
  });
  await store.flags.flag('web:1', () => ({ outcome: 'flagged', flag }));
  expect((await run('settle', item.id, '--note', '无误', '--reject')).stdout).toBe(
    `${item.id}: 1 flags settled\n`,
  );
  expect(await store.flags.flags()).toMatchObject([{ settled: { note: '无误', rejected: true } }]);

  const withdrawn = await run('fix', second, '--withdraw', '--reason', "it's wrong");
  expect(withdrawn.stdout).toContain(
    `exam (open) has asked it:\n  mingbai campaign regrade exam --item ${second} --void --reason 'it'\\''s wrong'`,
  );
  expect(bank.item(second)).toBeUndefined();
  expect((await run('fix', second, '--stem', '改？', '--reason', '改')).stderr).toContain(
    'has been withdrawn',
  );
  expect(await readFile(join(dataDir, 'corrections.yaml'), 'utf8')).toContain('by: 张三');
}, 60_000);

const bankYaml = `bank: b
title: t
asOf: 2021-01-01
items:
  - {id: x, type: judge, book: 1, article: 17, difficulty: 1, stem: 十八岁是成年人。, options: [正确, 错误], answer: [0], explanation: 是}
  - {id: y, type: judge, book: 1, article: 17, difficulty: 1, stem: 十六岁是成年人。, options: [正确, 错误], answer: [1], explanation: 否}
`;
const campaign = `id: small
title: 小考
mode: exam
paper: { size: 2, draw: [{ type: judge, count: 2, points: 50 }] }
window: { opens: 2026-01-01 08:00, closes: 2099-01-01 08:00 }
attempts: { most: 1, counts: best }
passMark: 60
tiers: []
keys: after-close
audience: { kind: roster }
`;
const article = (gist: string, questions = '- 多大算成年') => `---
law: 民法典
book: 第一编 总则
chapter: 第二章 自然人
asOf: 2021-01-01
---

## 第17条 成年人

**要点** ${gist}

**细说** 十八周岁以上的人是成年人，不满十八周岁的是未成年人。

**问**

${questions}
`;

async function smallBank() {
  const folder = await folderOf({
    'seeds/banks/b.yaml': bankYaml,
    'seeds/campaigns/small.yaml': campaign,
    'knowledge/civil-code/2.md': article('满十八周岁就是成年人。'),
  });
  const at = (path: string): string => join(folder, path);
  const settings = { SEEDS_DIR: at('seeds'), DATA_DIR: at('data'), KNOWLEDGE_DIR: at('knowledge') };
  return { at, run: (...args: string[]) => mingbai(settings, 'bank', ...args) };
}

it('refuses a fix that leaves an item or a campaign unfit, and writes nothing', async () => {
  const { at, run } = await smallBank();
  for (const [options, message] of [
    [['--key', 'AB'], 'exactly one key'],
    [['--option', 'C=别的'], 'it has no option C'],
    [['--option', '别的'], 'is written like B=words'],
    [[], 'changes nothing'],
    [['--withdraw'], 'small.yaml:4: paper.draw.0: the banks and books hold 1 judge items'],
  ] as const) {
    const refused = await run('fix', 'x', ...options, '--reason', '试');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) });
  }
  await expect(access(at('data/corrections.yaml'))).rejects.toThrow(/ENOENT/);
}, 60_000);

it('binds imported items that name an article to what the law says then', async () => {
  const { at, run } = await smallBank();
  const item = (id: string, stem: string, place: string): string =>
    `  - {id: ${id}, type: judge, ${place}difficulty: 1, stem: ${stem}, options: [正确, 错误], answer: [0]}\n`;
  await writeFile(
    at('c.yaml'),
    `bank: c\ntitle: c\nasOf: 2021-01-01\nitems:\n${item('p', '十九岁的人是成年人。', 'book: 1, article: 17, ')}${item('q', '学法要用心。', '')}`,
  );
  expect((await run('import', at('c.yaml'), '--yes', '--bank', 'c')).code).toBe(0);
  expect(JSON.parse(await readFile(at('data/banks/bindings.json'), 'utf8'))).toMatchObject({
    p: { passage: 'civil-code/17' },
  });
  expect((await run('check')).stdout).not.toContain('info: p:');
}, 60_000);

it('takes items for stale once what the law says has changed, until they are bound again', async () => {
  const { at, run } = await smallBank();
  expect((await run('check')).stdout).toContain('b.yaml:5: info: x: bound to no passage yet');
  expect((await run('bind', '--all')).stdout).toContain('2 bound, 0 were bound already');
  const law = at('knowledge/civil-code/2.md');
  await writeFile(law, article('满十八周岁就是成年人。', '- 几岁成年\n- 多大算大人'));
  expect((await run('check', '--strict')).code).toBe(0);

  await writeFile(law, article('满十六周岁就是成年人。'));
  const stale = await run('check', '--json');
  expect(stale.code).toBe(0);
  expect(JSON.parse(stale.stdout)).toMatchObject({
    warnings: 2,
    findings: [{ rule: 'stale', file: 'b.yaml', line: 5, item: 'x' }, { item: 'y' }],
  });
  expect((await run('check', '--strict')).code).toBe(1);
  expect((await run('bind', 'x', '--preview')).stdout).toMatch(/十八岁是成年人。[\s\S]*满十六周岁就是成年人/);
  await run('fix', 'x', '--key', 'B', '--reason', '法律改了');
  expect((await run('bind', 'x', 'y')).stdout).toContain('x: bound to civil-code/17 (had changed)');
  expect((await run('check', '--strict')).code).toBe(0);
  expect(Object.keys(JSON.parse(await readFile(at('data/banks/bindings.json'), 'utf8')))).toEqual(['x']);
}, 60_000);
