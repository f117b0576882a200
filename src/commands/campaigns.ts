import { join } from 'node:path';
import { prepareDataDir } from '../data-dir.ts';
import { BadInput } from '../errors.ts';
import { loadBank } from '../quiz/bank.ts';
import { loadCampaigns } from '../quiz/campaign/campaigns.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { openQuizStore } from '../store/lowdb.ts';
import { openShell } from './shell.ts';

/** Settings and the banks that campaigns draw from. */
export async function openCampaigns() {
  const { config } = openShell();
  const bank = await loadBank(join(config.seedsDir, 'banks'), join(config.dataDir, 'banks'));
  return { config, bank };
}

/** @throws BadInput where there is no such campaign */
export async function findCampaign(id: string) {
  const { config, bank } = await openCampaigns();
  const campaign = (await loadCampaigns(config, bank, Date.now())).get(id);
  if (campaign) return { config, bank, campaign };
  throw new BadInput({ file: `campaign ${id}` }, 'there is none; see `mingbai campaign list`');
}

/** Does something with the records. @throws BadInput where a running bot holds them */
export async function withStore<T>(dataDir: string, act: (store: QuizStore) => Promise<T>): Promise<T> {
  await prepareDataDir(dataDir);
  const store = await openQuizStore(join(dataDir, 'quiz.json'));
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}
