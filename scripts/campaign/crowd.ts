import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadBank } from '../../src/quiz/bank.ts';
import { writeMoment } from '../../src/quiz/campaign/calendar.ts';
import { readCampaign } from '../../src/quiz/campaign/campaign-file.ts';
import { createCampaignPlay } from '../../src/quiz/campaign/create-campaign-play.ts';
import { randomId } from '../../src/quiz/random.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';

const minute = 60_000;
/** Units with their staff, how many of them have come, and how good they are at it. */
const units: [name: string, headcount: number, come: number, skill: number][] = [
  ['市司法局', 32, 30, 0.95],
  ['历下区司法局', 24, 21, 0.9],
  ['市中区司法局', 22, 17, 0.86],
  ['槐荫区司法局', 18, 13, 0.82],
  ['天桥区司法局', 20, 13, 0.88],
  ['历城区司法局', 26, 15, 0.78],
  ['长清区司法局', 14, 7, 0.84],
  ['章丘区司法局', 21, 10, 0.8],
  ['莱芜区司法局', 19, 8, 0.72],
  ['钢城区司法局', 12, 4, 0.7],
  ['平阴县司法局', 13, 3, 0.75],
  ['商河县司法局', 15, 0, 0.7],
];

/** A contest in full swing, in a data folder of its own: what pictures of the screen and the standings are taken of. */
export async function gatherCrowd(dataDir: string): Promise<string> {
  const began = Date.now() - 95 * minute;
  const [opens, closes] = [began, began + 3 * 60 * minute].map(writeMoment);
  const written = `id: spring-contest
title: 济南市司法行政系统民法典知识竞赛
notice: 祝各位同事取得好成绩！
mode: exam
paper:
  size: 20
  draw:
    - { type: single, count: 10, points: 5 }
    - { type: multiple, count: 5, points: 5 }
    - { type: judge, count: 5, points: 5 }
limits: { paperMinutes: 20 }
window: { opens: ${opens}, closes: ${closes} }
attempts: { most: 2, counts: best }
passMark: 60
tiers:
  - { from: 90, name: 优秀 }
  - { from: 60, name: 合格 }
keys: after-finish
audience:
  kind: open
  units:
${units.map(([name, headcount]) => `    - { name: ${name}, headcount: ${headcount} }`).join('\n')}
`;
  const folder = join(dataDir, 'campaigns');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'spring-contest.yaml'), written);
  const read = readCampaign('spring-contest.yaml', written);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  const { campaign } = read;
  const bank = await loadBank({ seedsDir: resolve(import.meta.dirname, '../../seeds') });
  const store = await openQuizStore(join(dataDir, 'quiz.json'));
  const sit = async (name: string, unit: number, skill: number, finishes: boolean): Promise<void> => {
    let now = finishes ? began + randomInt(1, 60) * minute : Date.now() - randomInt(1, 12) * minute;
    const play = createCampaignPlay({
      campaigns: new Map([[campaign.id, campaign]]),
      bank,
      store: store.campaigns,
      articleButton: () => null,
      now: () => now,
      newId: () => randomId(10, Math.random),
      publicUrl: '',
      drawCertificate: () => Promise.reject(new Error('draws nothing')),
    });
    const person = { id: `web:${name}`, admin: false };
    await play.press(person, ['campaign-join', campaign.id, unit + 1]);
    await play.press(person, ['campaign-begin', campaign.id, 1, 1]);
    const participant = await store.campaigns.participant(campaign.id, person.id);
    const [attempt] = await store.campaigns.attemptsOf(participant!.id);
    const answered = finishes ? attempt!.items.length : randomInt(2, 15);
    for (const [n, { item, order }] of attempt!.items.slice(0, answered).entries()) {
      now += randomInt(8, 40) * 1000;
      const { answer, options, type } = bank.item(item)!;
      const right = Math.random() < skill;
      const picked = right ? answer : type === 'multiple' ? [0, 1] : [(answer[0]! + 1) % options.length];
      const places = picked.map((option) => order.indexOf(option));
      if (type !== 'multiple') await play.press(person, ['paper-choose', attempt!.id, n, places[0]!]);
      else {
        for (const place of places) await play.press(person, ['paper-toggle', attempt!.id, n, place]);
        await play.press(person, ['paper-submit', attempt!.id, n]);
      }
    }
  };
  await Promise.all(
    units.flatMap(([, , come, skill], unit) =>
      Array.from({ length: come }, (_, i) => sit(`${unit}-${i}`, unit, skill, i % 6 !== 5)),
    ),
  );
  await store.close();
  return campaign.id;
}
