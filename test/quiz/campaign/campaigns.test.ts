import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../../src/errors.ts';
import { createBank, loadBank } from '../../../src/quiz/bank.ts';
import { readMoment, writeClose, writeMoment } from '../../../src/quiz/campaign/calendar.ts';
import { maximumOf, phaseAt, tierOf } from '../../../src/quiz/campaign/campaign.ts';
import { checkCampaigns, createCampaign, loadCampaigns } from '../../../src/quiz/campaign/campaigns.ts';
import { bankItems, campaignOf, opening } from '../../fakes/campaign.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';

const items = bankItems(2);
const bank = createBank(items, new Map(items.map(({ id }) => [id, 'small'])));

const sound = `id: autumn
title: 秋季考试
mode: exam
banks: [small]
paper:
  size: 4
  draw:
    - { type: single, difficulty: 2, count: 2, points: 30 }
    - { type: judge, count: 2, points: 20 }
limits:
  paperMinutes: 10
window:
  opens: 2026-09-01 08:00
  closes: 2026-09-03 24:00
attempts: { most: 1, counts: best }
passMark: 60
tiers:
  - { from: 90, name: 优秀 }
  - { from: 60, name: 合格 }
keys: after-finish
audience: { kind: roster }
`;

async function findingsOf(source: string, now = opening) {
  const folder = await folderOf({ 'autumn.yaml': source });
  const { findings } = await checkCampaigns([join(folder, 'autumn.yaml')], bank, now);
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('a campaign file', () => {
  it('is read with its defaults', async () => {
    const folder = await folderOf({ 'campaigns/autumn.yaml': sound });
    const campaign = (
      await loadCampaigns({ seedsDir: folder, dataDir: `${folder}/none` }, bank, opening)
    ).get('autumn')!;
    expect(campaign).toMatchObject({ shuffle: { items: true, options: true }, title: '秋季考试' });
    expect(maximumOf(campaign)).toBe(100);
    expect([95, 90, 89.9, 60, 59].map((score) => tierOf(campaign, score))).toEqual([
      '优秀',
      '优秀',
      '合格',
      '合格',
      null,
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'an unknown field',
      'keys: after-finish',
      'keys: after-finish\ncolour: red',
      ':21: Unrecognized key: "colour"',
    ],
    ['an unknown nested field', '  paperMinutes: 10', '  paperMinutes: 10\n  seconds: 3', ':12: limits: '],
    [
      'a day that is none',
      '2026-09-03 24:00',
      '2026-09-31 08:00',
      ':14: window.closes: a moment is written like',
    ],
    ['a type it does not know', 'type: judge', 'type: essay', ':9: paper.draw.1.type'],
    ['broken YAML', 'title: 秋季考试', 'title: [', ':'],
    [
      'a close before the opening',
      '2026-09-03 24:00',
      '2026-08-31 24:00',
      ':14: window.closes: the campaign closes before',
    ],
    [
      'points that binary sums get wrong',
      'points: 30',
      'points: 30.3',
      ':8: paper.draw.0.points: points are whole or halves',
    ],
    ['counts that do not add up', '  size: 4', '  size: 5', ':6: paper.size: the draw gives 4 items, not 5'],
    [
      'a pass mark over the maximum',
      'passMark: 60',
      'passMark: 101',
      ':16: passMark: the pass mark is over the maximum of 100',
    ],
    ['a tier over the maximum', 'from: 90', 'from: 190', ':18: tiers.0.from: the tier 优秀 is over'],
    ['tiers upside down', 'from: 60', 'from: 95', ':19: tiers.1.from: tiers go from the highest'],
    ['an exam with keys after each item', 'after-finish', 'after-item', ':20: keys: an exam cannot'],
    ['a bank that is not there', '[small]', '[small, large]', ':4: banks.1: there is no bank large'],
    [
      'a bank that cannot fill a row',
      'count: 2, points: 30',
      'count: 15, points: 2',
      ':8: paper.draw.0: the banks and books hold 14 single items of difficulty 2, the paper asks for 15',
    ],
    [
      'levels that use the bank up',
      'audience:',
      'daily: { days: 3 }\nbooks: [1]\naudience:',
      ':8: paper.draw.0: the banks and books hold 2 single items of difficulty 2, the paper asks for 6 over 3 levels',
    ],
    [
      'more levels than days',
      'audience:',
      'daily: { days: 4 }\naudience:',
      ':21: daily.days: the window has 3 days',
    ],
    [
      'more time for an item than for the paper',
      '  paperMinutes: 10',
      '  paperMinutes: 1\n  itemSeconds: 90',
      ':12: limits.itemSeconds',
    ],
    [
      'a unit twice',
      '{ kind: roster }',
      '{ kind: open, units: [甲, {name: 甲}] }',
      ':21: audience.units.1: the unit 甲 is listed twice',
    ],
    [
      'a unit twice under captains',
      '{ kind: roster }',
      '{ kind: captains, units: [甲, {name: 甲}] }',
      ':21: audience.units.1: the unit 甲 is listed twice',
    ],
    ['captains of no units', '{ kind: roster }', '{ kind: captains, units: [] }', ':21: audience.units: '],
    ...(
      [
        ['{ before: lunch, minutes: 5, to: everybody }', ':22: reminders.0.before: '],
        ['{ before: close, minutes: 0, to: everybody }', ':22: reminders.0.minutes: '],
        ['{ before: close, minutes: 5, to: the-lazy }', ':22: reminders.0.to: '],
        ['{ before: opening, minutes: 5, to: not-finished }', ':22: reminders.0.to: nobody has finished'],
        [
          '{ before: close, minutes: 3840, to: everybody }',
          ':22: reminders.0.minutes: that is before the opening: the window has 3840 minutes',
        ],
        [
          '{ before: close, minutes: 5, to: everybody }\n  - { before: close, minutes: 5, to: not-finished }',
          ':23: reminders.1: there is one at the same moment, reminders.0',
        ],
      ] as const
    ).map(([reminder, problem]): [string, string, string, string] => [
      `the reminder ${reminder}`,
      'audience:',
      `reminders:\n  - ${reminder}\naudience:`,
      problem,
    ]),
  ])('is refused with its line for %s', async (_, from, to, problem) => {
    expect(sound).toContain(from);
    const found = await findingsOf(sound.replace(from, to));
    expect(found.some((each) => each.startsWith(`autumn.yaml${problem}`))).toBe(true);
  });

  it('needs its banks no more once it is over', async () => {
    const gone = sound.replace('[small]', '[withdrawn]');
    expect(await findingsOf(gone)).toHaveLength(1);
    expect(await findingsOf(gone, Date.parse('2026-09-04T00:00+08:00'))).toEqual([]);
  });

  it('lets narrow and wide rows of a type share what the bank holds', async () => {
    const rows = (wide: number): string =>
      sound
        .replace('{ type: judge, count: 2, points: 20 }', `{ type: single, count: ${wide}, points: 1 }`)
        .replace('size: 4', `size: ${2 + wide}`)
        .replace(/passMark[\s\S]*keys/, 'passMark: 1\ntiers: []\nkeys');
    expect(await findingsOf(rows(40))).toEqual([]);
    expect(await findingsOf(rows(41))).toMatchObject([/hold 42 single items, the paper asks for 43/]);
  });
});

describe('creating a campaign', () => {
  it('copies a sound file and refuses an id in use, also under another name', async () => {
    const folder = await folderOf({ 'in.yaml': sound, 'again.yaml': `# another\n${sound}` });
    const folders = { seedsDir: join(folder, 'seeds'), dataDir: join(folder, 'data') };
    await createCampaign(join(folder, 'in.yaml'), folders, bank, opening);
    expect(await readFile(join(folder, 'data/campaigns/autumn.yaml'), 'utf8')).toBe(sound);
    const again = createCampaign(join(folder, 'again.yaml'), folders, bank, opening);
    await expect(again).rejects.toThrow(BadInput);
    await expect(again).rejects.toThrow(/id autumn is in use/);
  });

  it('lets one of two that come together in, and writes over no file of another name within', async () => {
    const folder = await folderOf({
      'in.yaml': sound,
      'data/campaigns/winter.yaml': sound.replace('id: autumn', 'id: spring'),
      'w.yaml': sound.replace('id: autumn', 'id: winter'),
      'full/campaigns': 'a file where a folder should be',
    });
    const folders = { seedsDir: join(folder, 'seeds'), dataDir: join(folder, 'data') };
    const create = (name: string, to = folders) => createCampaign(join(folder, name), to, bank, opening);
    const both = await Promise.allSettled([create('in.yaml'), create('in.yaml')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(create('w.yaml')).rejects.toThrow(/winter\.yaml: is there already/);
    expect(await readFile(join(folder, 'data/campaigns/winter.yaml'), 'utf8')).toContain('id: spring');
    expect(await readdir(join(folder, 'data/campaigns'))).toEqual(['autumn.yaml', 'winter.yaml']);
    const full = create('in.yaml', { ...folders, dataDir: join(folder, 'full') });
    await expect(full).rejects.toThrow(/campaigns: cannot be read/);
  });

  it('refuses what would be over already', async () => {
    const folder = await folderOf({ 'in.yaml': sound });
    const late = createCampaign(
      join(folder, 'in.yaml'),
      { seedsDir: folder, dataDir: folder },
      bank,
      Date.parse('2026-09-04T00:00+08:00'),
    );
    await expect(late).rejects.toThrow(/closed already/);
  });
});

it('ships sound campaigns', async () => {
  const seedsDir = resolve(import.meta.dirname, '../../../seeds');
  const seeds = await loadBank({ seedsDir });
  expect((await loadCampaigns({ seedsDir, dataDir: '/nowhere' }, seeds, opening)).size).toBeGreaterThan(0);
});

it('opens and closes by the clock of Shanghai', () => {
  const campaign = campaignOf();
  expect(phaseAt(campaign, opening - 1)).toBe('not-open');
  expect(phaseAt(campaign, opening)).toBe('open');
  expect(phaseAt(campaign, Date.parse('2026-09-10T15:59:59.999Z'))).toBe('open');
  expect(phaseAt(campaign, Date.parse('2026-09-10T16:00:00Z'))).toBe('closed');
  expect(writeMoment(readMoment('2026-02-28 24:00')!)).toBe('2026-03-01 00:00');
  expect(writeClose(readMoment('2026-03-01 00:00')!)).toBe('2026-02-28 24:00');
  expect(writeClose(readMoment('2026-03-01 00:01')!)).toBe('2026-03-01 00:01');
  expect(['2026-02-29 08:00', '2026-9-1 08:00', '2026-09-01', '2026-09-01 25:00'].map(readMoment)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
