import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createCampaignPlay } from '../../src/quiz/campaign/create-campaign-play.ts';
import { openContent } from '../../src/quiz/content.ts';
import { createPlay } from '../../src/quiz/create-play.ts';
import { randomId } from '../../src/quiz/random.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { certificateDrawing } from '../fakes/campaign.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { seeded } from '../fakes/quiz.ts';

const bank = (name: string, items: number): string =>
  [
    `bank: ${name}`,
    'title: 题库',
    'asOf: 2026-01-01',
    'source: 某处',
    'items:',
    ...Array.from(
      { length: items },
      (_, i) =>
        `  - {id: ${name}-${i}, type: judge, book: 1, article: 17, difficulty: 1, stem: ${name}的第${i}题对吗？, options: [正确, 错误], answer: [0], explanation: 是}`,
    ),
    '',
  ].join('\n');

const contest = `id: contest
title: 竞赛
notice: 欢迎
mode: exam
banks: [small]
paper: { size: 2, draw: [{ type: judge, count: 2, points: 50 }] }
limits:
  paperMinutes: 10
window:
  opens: 2026-01-01 08:00
  closes: 2026-06-01 08:00
attempts: { most: 2, counts: best }
passMark: 60
tiers:
  - { from: 90, name: 优秀 }
keys: after-close
audience:
  kind: open
  units: [甲, { name: 乙, headcount: 5 }]
`;
const running = Date.parse('2026-03-01T00:00+08:00');

async function open(now = running) {
  const seedsDir = await folderOf({
    'banks/small.yaml': bank('small', 4),
    'campaigns/contest.yaml': contest,
  });
  const dataDir = await folderOf({});
  const clock = { now };
  const content = await openContent({ seedsDir, dataDir }, () => clock.now);
  const write = async (path: string, source: string): Promise<void> => {
    await mkdir(join(seedsDir, path, '..'), { recursive: true });
    await writeFile(join(seedsDir, path), source);
  };
  return { content, clock, seedsDir, dataDir, write };
}

it('takes up what is new at the next press, and attempts under way go on', async () => {
  const { content, clock, dataDir, write } = await open();
  const store = await openQuizStore(join(dataDir, 'quiz.json'));
  let ids = 0;
  const context = { articleButton: () => null, now: () => clock.now, random: seeded(1) };
  const campaigns = createCampaignPlay({
    ...content,
    ...context,
    ...certificateDrawing,
    store: store.campaigns,
    newId: () => randomId(10, seeded(++ids)),
  });
  const play = createPlay({ ...content, ...context, store });
  const [ann, ben] = ['terminal:a', 'terminal:b'].map((id) => ({ id, admin: false }));
  const begin = async (person: typeof ann) => {
    await campaigns.press(person!, ['campaign-join', 'contest', 1]);
    return campaigns.press(person!, ['campaign-begin', 'contest', 1, 1]);
  };
  try {
    const begun = await begin(ann);
    const drawn = (await store.campaigns.attempts('contest'))[0]!;
    const practice = await play.press(ann!, ['begin', 1]);
    await write('banks/small.yaml', bank('small', 4).replace('small-0,', 'small-9,'));
    await write(
      'campaigns/other.yaml',
      contest.replace('id: contest', 'id: other').replace('竞赛', '新竞赛'),
    );
    const report = await content.reload();
    expect(report).toMatchObject({ items: 4, campaigns: 2, added: ['other'], removed: [], pools: [] });

    expect(JSON.stringify(campaigns.menu())).toContain('新竞赛');
    expect(content.campaigns.get('other')).toBeDefined();
    expect(content.bank.item('small-0')).toBeUndefined();
    expect([begun, practice].every((shown) => 'message' in shown)).toBe(true);
    for (const [n, asked] of drawn.items.entries()) {
      const answered = await campaigns.press(ann!, ['paper-choose', drawn.id, n, 0]);
      expect('message' in answered).toBe(asked.item !== 'small-0');
    }
    const after = new Set<string>();
    for (const round of [1, 2]) {
      await campaigns.press(ben!, ['campaign-join', 'contest', 1]);
      await campaigns.press(ben!, ['campaign-begin', 'contest', 1, round]);
      for (const attempt of await store.campaigns.attempts('contest'))
        if (attempt.id !== drawn.id) for (const { item } of attempt.items) after.add(item);
      clock.now += 11 * 60_000;
    }
    expect([...after].sort()).toEqual(['small-1', 'small-2', 'small-3', 'small-9']);
  } finally {
    await store.close();
  }
});

it('keeps the old whole where anything is wrong, and says where', async () => {
  const { content, write, seedsDir } = await open();
  const before = [content.bank.items, content.campaigns.get('contest')];
  const refuse = async (problem: RegExp): Promise<void> => {
    await expect(content.reload()).rejects.toThrow(problem);
    expect([content.bank.items, content.campaigns.get('contest')]).toEqual(before);
    expect(content.bank.items).toBe(before[0]);
  };
  await write('banks/more.yaml', bank('more', 2));
  await write('campaigns/new.yaml', 'id: new\ntitle: [');
  await refuse(/^new\.yaml:/);
  await rm(join(seedsDir, 'campaigns/new.yaml'));
  await write('banks/more.yaml', bank('more', 2).replace('answer: [0]', 'answer: [7]'));
  await refuse(/^more\.yaml:6: .*key 7/);
  await write('banks/more.yaml', bank('more', 2));
  await write('banks/small.yaml', bank('small', 1));
  await refuse(/^contest\.yaml:6: .*hold 1 judge items/);
  await rm(join(seedsDir, 'campaigns/contest.yaml'));
  await refuse(/campaign contest: has opened, but its file is gone/);
  await write('campaigns/contest.yaml', contest);
  await write('banks/small.yaml', bank('small', 3));
  expect(await content.reload()).toMatchObject({
    items: 5,
    pools: [{ campaign: 'contest', before: 4, after: 3 }],
  });
});

it('lets reloads that come together follow one another', async () => {
  const { content, write } = await open();
  const first = content.reload();
  await write('banks/more.yaml', bank('more', 2));
  const [, second] = await Promise.all([first, content.reload()]);
  expect(second.items).toBe(6);
  expect(content.bank.items).toHaveLength(6);
});

const frozen: [string, string, string, string][] = [
  ['the draw', 'count: 2, points: 50', 'count: 2, points: 60', ':6: paper.draw.0.points'],
  ['the banks', 'banks: [small]', 'banks: [small, more]', ':5: banks'],
  ['the mode', 'mode: exam', 'mode: practice', ':4: mode'],
  [
    'a limit',
    'paperMinutes: 10',
    'paperMinutes: 20',
    ':8: limits.paperMinutes: cannot change, the campaign has opened (2026-01-01 08:00); put it back to 10',
  ],
  ['a new limit', 'paperMinutes: 10', 'paperMinutes: 10\n  itemSeconds: 30', ':9: limits.itemSeconds'],
  ['the opening', '2026-01-01 08:00', '2026-01-02 08:00', ':10: window.opens'],
  [
    'an earlier close',
    '2026-06-01 08:00',
    '2026-05-01 08:00',
    ':11: window.closes: cannot change, the campaign has opened (2026-01-01 08:00); put it back to 2026-06-01 08:00',
  ],
  ['attempts', 'most: 2', 'most: 3', ':12: attempts.most'],
  ['the pass mark', 'passMark: 60', 'passMark: 50', ':13: passMark'],
  ['a tier', 'from: 90', 'from: 80', ':15: tiers.0.from'],
  ['keys', 'after-close', 'after-finish', ':16: keys'],
  ['shuffling', 'keys:', 'shuffle: { items: false }\nkeys:', ':16: shuffle.items'],
  [
    'the audience',
    'kind: open\n  units: [甲, { name: 乙, headcount: 5 }]',
    'kind: roster',
    ':18: audience.kind',
  ],
  [
    'the order of units',
    '[甲, { name: 乙, headcount: 5 }]',
    '[{ name: 乙, headcount: 5 }, 甲]',
    ':19: audience.units.0.name',
  ],
  ['a unit left out', '[甲, { name: 乙, headcount: 5 }]', '[甲]', ':19: audience.units.1'],
];
it.each(frozen)('refuses to change %s of a campaign that has opened', async (_, from, to, problem) => {
  const { content, write } = await open();
  await write('banks/more.yaml', bank('more', 2));
  expect(contest).toContain(from);
  await write('campaigns/contest.yaml', contest.replace(from, to));
  await expect(content.reload()).rejects.toThrow(`contest.yaml${problem}`);
});

const free: [string, string, string][] = [
  ['the title', 'title: 竞赛', 'title: 决赛'],
  ['the notice', 'notice: 欢迎\n', ''],
  ['a later close', '2026-06-01 08:00', '2026-07-01 08:00'],
  [
    'more units and their sizes',
    '[甲, { name: 乙, headcount: 5 }]',
    '[甲, { name: 乙, headcount: 6, district: 历下区 }, 丙]',
  ],
];
it.each(free)('takes up %s', async (_, from, to) => {
  const { content, write } = await open();
  expect(contest).toContain(from);
  await write('campaigns/contest.yaml', contest.replace(from, to));
  expect(await content.reload()).toMatchObject({ added: [], removed: [] });
});

it('lets a campaign change freely before it opens, and stay closed once its keys may be out', async () => {
  const early = await open(Date.parse('2025-12-01T00:00+08:00'));
  await early.write('campaigns/contest.yaml', contest.replace('most: 2', 'most: 9'));
  await early.content.reload();
  expect(early.content.campaigns.get('contest')!.attempts.most).toBe(9);
  await rm(join(early.seedsDir, 'campaigns/contest.yaml'));
  expect(await early.content.reload()).toMatchObject({ removed: ['contest'] });

  const over = await open(Date.parse('2026-08-01T00:00+08:00'));
  await over.write('campaigns/contest.yaml', contest.replace('2026-06-01', '2026-09-01'));
  await expect(over.content.reload()).rejects.toThrow(/:11: window\.closes/);
});

it('starts with the content of the project', async () => {
  const seedsDir = resolve(import.meta.dirname, '../../seeds');
  const content = await openContent({ seedsDir, dataDir: await folderOf({}) }, Date.now);
  expect([...content.campaigns].length).toBe(content.campaigns.size);
  expect(content.bank.items.length).toBeGreaterThan(200);
  expect(await content.reload()).toMatchObject({ added: [], removed: [], pools: [] });
});
