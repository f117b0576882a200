import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createBank } from '../../src/quiz/bank.ts';
import { certificateNumber } from '../../src/quiz/campaign/certificate/certificate-number.ts';
import { handIn } from '../../src/quiz/campaign/paper/answering.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { pdfText } from '../documents/pdf-text.ts';
import { pngFacts } from '../documents/png-pixels.ts';
import { bankItems, campaignOf, opening } from '../fakes/campaign.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { begin, participantOf, rosterOfOne } from '../store/campaign-store.contract.ts';
import { mingbai } from './mingbai.ts';

const spring = `id: spring
title: 任前考试
mode: exam
paper: { size: 2, draw: [{ type: judge, count: 2, points: 50 }] }
window: { opens: 2026-01-01 08:00, closes: 2099-01-01 08:00 }
attempts: { most: 1, counts: best }
passMark: 0
tiers: []
keys: after-close
audience: { kind: roster }
`;

it('verifies, draws and lists beside a bot that holds the records', async () => {
  const folder = await folderOf({ 'spring.yaml': spring });
  const DATA_DIR = join(folder, 'data');
  const run = (...args: string[]) =>
    mingbai({ DATA_DIR, PUBLIC_URL: 'https://mingbai.test/' }, 'campaign', ...args);
  const path = (name: string): string => join(folder, name);
  await run('create', path('spring.yaml'));
  const store = await openQuizStore(join(DATA_DIR, 'quiz.json'));
  onTestFinished(() => store.close());
  const { roster } = rosterOfOne('王小明', 'eeeeeeeeee');
  await store.campaigns.changeRoster('spring', () => [
    ...roster,
    ...rosterOfOne('赵六', 'ffffffffff').roster,
  ]);
  await store.campaigns.join('p', participantOf('aaaaaaaaaa', 'p', { unit: '甲', entry: 'eeeeeeeeee' }));
  const certificate = ['certificate', 'spring', 'aaaaaaaaaa', '--out'];
  expect(await run(...certificate, path('c.png'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('has not passed'),
  });
  const { attempt } = await begin(store.campaigns, 'aaaaaaaaaa');
  const setting = { campaign: campaignOf(), bank: createBank(bankItems(2)), now: opening + 1000 };
  await store.campaigns.change(attempt!.id, (latest) => handIn(latest, setting));

  const number = certificateNumber('spring', 'aaaaaaaaaa');
  expect((await run(...certificate, path('c.png'))).stdout).toBe(`${number}: ${path('c.png')}\n`);
  expect(pngFacts(await readFile(path('c.png'))).width).toBe(1684);
  expect((await run(...certificate, path('c.png'))).stderr).toContain('is there already');
  await run(...certificate, path('c.pdf'));
  const text = pdfText(await readFile(path('c.pdf')))[0];
  for (const words of ['王小明', '任前考试', number, 'https://mingbai.test/v']) expect(text).toContain(words);
  expect((await run(...certificate, path('c.jpg'))).stderr).toContain('ends in .png or .pdf');
  expect((await run('certificate', 'spring', 'zzzzzzzzzz', '--out', path('z.png'))).stderr).toContain(
    'is no participant',
  );

  const valid = await run('verify', number.toLowerCase(), '--json');
  expect(valid.code).toBe(0);
  expect(JSON.parse(valid.stdout)).toMatchObject({
    outcome: 'valid',
    number,
    holder: '王**',
    unit: '甲',
    score: 0,
    maximum: 100,
  });
  expect((await run('verify', number)).stdout).toContain(`valid: ${number}\ncampaign: 任前考试 (spring)\n`);
  expect(await run('verify', '1234', '--json')).toMatchObject({ code: 1, stdout: '{"outcome":"misread"}\n' });
  expect((await run('verify', certificateNumber('spring', 'bbbbbbbbbb'))).stdout).toContain('unknown');

  expect((await run('sheet', 'spring', '--out', path('s.pdf'))).stdout).toContain('2 persons');
  const sheet = pdfText(await readFile(path('s.pdf'))).join('\n');
  for (const words of ['考试成绩单', '王小明', '赵六', '尚无成绩']) expect(sheet).toContain(words);
}, 120_000);
