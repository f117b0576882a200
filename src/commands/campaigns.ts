import { BadInput } from '../errors.ts';
import { loadBank } from '../quiz/bank.ts';
import { loadCampaigns } from '../quiz/campaign/campaigns.ts';
import { openShell } from './shell.ts';

/** Settings and the banks that campaigns draw from. */
export async function openCampaigns() {
  const { config } = openShell();
  const bank = await loadBank(config);
  return { config, bank };
}

/** @throws BadInput where there is no such campaign */
export async function findCampaign(id: string) {
  const { config, bank } = await openCampaigns();
  const campaign = (await loadCampaigns(config, bank, Date.now())).get(id);
  if (campaign) return { config, bank, campaign };
  throw new BadInput({ file: `campaign ${id}` }, 'there is none; see `mingbai campaign list`');
}
