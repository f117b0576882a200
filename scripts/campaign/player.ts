import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { Message, Person } from '../../src/message/message.ts';
import { loadBank } from '../../src/quiz/bank.ts';
import { campaignSchema } from '../../src/quiz/campaign/campaign.ts';
import type { CampaignStore } from '../../src/quiz/campaign/campaign-store.ts';
import { createCampaignPlay } from '../../src/quiz/campaign/create-campaign-play.ts';
import { randomId } from '../../src/quiz/random.ts';

/** A contest of twenty items, open for as long as the script runs. */
const contest = campaignSchema.parse({
  id: 'bench',
  title: '压力测试',
  mode: 'exam',
  paper: {
    size: 20,
    draw: [
      { type: 'single', count: 10, points: 5 },
      { type: 'multiple', count: 5, points: 5 },
      { type: 'judge', count: 5, points: 5 },
    ],
  },
  window: { opens: '2020-01-01 00:00', closes: '2090-01-01 00:00' },
  attempts: { most: 99, counts: 'best' },
  passMark: 60,
  tiers: [],
  keys: 'after-finish',
  audience: { kind: 'open', units: ['甲', '乙', '丙'] },
});

/** The campaign's messages and buttons over a store. */
export async function openPlay(store: CampaignStore) {
  return createCampaignPlay({
    campaigns: new Map([[contest.id, contest]]),
    bank: await loadBank({ seedsDir: resolve(import.meta.dirname, '../../seeds') }),
    store,
    articleButton: () => null,
    now: Date.now,
    newId: () => randomId(10, () => randomInt(2 ** 32) / 2 ** 32),
    publicUrl: 'http://127.0.0.1',
    drawCertificate: async () => ({ bytes: new Uint8Array(), lacking: [] }),
  });
}

/** Presses a button; gives the message that comes back, or null for a remark. */
export type Press = (person: Person, action: string) => Promise<Message | null>;

/**
 * One whole paper from joining to the result, by the buttons that are shown. Several options are ticked for items
 * with several keys. `answered` hears of each answer that was acknowledged, as `attempt:n`, and how long it took.
 */
export async function playPaper(
  person: Person,
  number: number,
  press: Press,
  answered: (key: string, ms: number) => void | Promise<void>,
): Promise<void> {
  await press(person, `campaign-join:bench:${randomInt(1, 4)}`);
  let message = await press(person, `campaign-begin:bench:1:${number}`);
  while (message) {
    const actions: string[] = message.buttons.flat().map(({ action }) => action);
    const options = actions.filter((action) => /^paper-(choose|toggle):/.test(action));
    const submit = actions.find((action) => action.startsWith('paper-submit:'));
    if (options.length === 0) return;
    let last = options[randomInt(options.length)]!;
    if (submit) {
      const first = randomInt(options.length);
      for (const place of [first, (first + 1) % options.length]) await press(person, options[place]!);
      last = submit;
    }
    const began = performance.now();
    message = await press(person, last);
    const [, attempt, n] = last.split(':');
    if (message) await answered(`${attempt}:${n}`, performance.now() - began);
  }
}
