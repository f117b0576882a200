import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, it, onTestFinished } from 'vitest';
import { createBank } from '../../src/quiz/bank.ts';
import { readLedger } from '../../src/store/ledger-file.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { bankItems, campaignOf } from '../fakes/campaign.ts';
import { honestAttempt, personId } from '../fakes/examinees.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { eventsOf, sealed } from '../fakes/ledger.ts';
import { seeded } from '../fakes/quiz.ts';
import { participantOf } from '../store/campaign-store.contract.ts';
import { mingbai } from './mingbai.ts';

const contest = `id: spring
title: 春季竞赛
mode: practice
paper: { size: 5, draw: [{ type: single, count: 3, points: 20 }, { type: multiple, count: 1, points: 20 }, { type: judge, count: 1, points: 20 }] }
limits: { paperMinutes: 10 }
window: { opens: 2026-09-01 08:00, closes: 2099-09-10 24:00 }
attempts: { most: 2, counts: best }
passMark: 60
tiers: [{ from: 90, name: 优秀 }, { from: 60, name: 合格 }]
keys: after-item
audience: { kind: open, units: [{ name: 历下区, headcount: 8 }, 市中区] }
`;

/** Six persons of one unit and two of the other, and a store that is open over their records. */
async function running() {
  const random = seeded(4);
  const attempts = Array.from({ length: 8 }, (_, i) =>
    honestAttempt(campaignOf(), createBank(bankItems(1)), personId(i), random, 1),
  );
  const DATA_DIR = await folderOf({
    'campaigns/spring.yaml': contest,
    'ledger.jsonl': sealed(attempts.flatMap(eventsOf)),
  });
  const store = await openQuizStore(join(DATA_DIR, 'quiz.json'));
  onTestFinished(() => store.close());
  for (const [i, { participant }] of attempts.entries())
    await store.campaigns.join(
      participant,
      participantOf(participant, `web:${i}`, { unit: i < 6 ? '历下区' : '市中区' }),
    );
  return { DATA_DIR, run: (...args: string[]) => mingbai({ DATA_DIR }, 'campaign', ...args) };
}

it('reports and ranks while a bot holds the records', async () => {
  const { DATA_DIR, run } = await running();
  const out = join(DATA_DIR, 'out');
  const { head } = await readLedger(join(DATA_DIR, 'ledger.jsonl'));

  const done = await run('report', 'spring', '--out', out);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(
    done.stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(out.length + 1))
      .sort(),
  ).toEqual((await readdir(out)).sort());
  expect(await readdir(out)).toEqual(
    expect.arrayContaining([
      'spring-report.xlsx',
      'spring-participation.png',
      'spring-averages.png',
      'spring-scores.png',
    ]),
  );
  expect((await readFile(join(out, 'spring-scores.png'))).subarray(1, 4).toString()).toBe('PNG');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(out, 'spring-report.xlsx'));
  expect(JSON.stringify(workbook.getWorksheet('概况')!.getSheetValues())).toContain(head.hash);

  const { stdout } = await run('report', 'spring', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    campaign: 'spring',
    ledger: head,
    summary: { tookPart: 8, joined: 8, audience: null, scores: { persons: 8, leftOut: 0 } },
    units: [
      { name: '历下区', persons: 8, tookPart: 6, participation: 0.75, rank: 1 },
      { name: '市中区', tookPart: 2, figures: null },
    ],
  });
  const open = JSON.parse((await run('report', 'spring', '--json', '--public')).stdout);
  expect(open).not.toHaveProperty('persons');
  expect(open.summary.scores).toMatchObject({ persons: 6, leftOut: 2 });

  const standings = JSON.parse((await run('standings', 'spring', '--json')).stdout);
  expect(standings).toMatchObject({ ledger: head, units: [{ name: '历下区', joined: 6, underWay: 0 }, {}] });
  expect(standings.persons).toHaveLength(8);
  const lines = (await run('standings', 'spring', '--persons', '1')).stdout.split('\n');
  expect(lines[0]).toContain('春季竞赛: open');
  expect(lines.find((line) => line.includes('市中区'))).toMatch(/^ *- +市中区 +2 +0 +2 +- +- +- +-$/);
  expect(lines.filter((line) => line.includes(personId(0).slice(0, 8)))).toHaveLength(1);
}, 120_000);

it('writes over nothing, and says what is missing', async () => {
  const { DATA_DIR, run } = await running();
  const old = join(DATA_DIR, 'spring-averages.png');
  await writeFile(old, 'mine');
  expect(await run('report', 'spring', '--out', DATA_DIR)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('spring-averages.png: is there already'),
  });
  expect(await readFile(old, 'utf8')).toBe('mine');
  expect(await readdir(DATA_DIR)).not.toContain('spring-report.xlsx');
  expect((await run('report', 'spring', '--out', DATA_DIR, '--force')).code).toBe(0);
  expect((await run('report', 'spring')).stderr).toContain('give --out DIR, or --json');
  expect((await run('report', 'winter', '--json')).stderr).toContain('there is none');
}, 120_000);
