import { BadInput } from '../errors.ts';
import type { Campaign } from '../quiz/campaign/campaign.ts';
import type { Content } from '../quiz/content.ts';

/** @throws BadInput where there is no such campaign */
export function campaignIn({ campaigns }: Pick<Content, 'campaigns'>, id: string): Campaign {
  const campaign = campaigns.get(id);
  if (campaign) return campaign;
  const remedy = 'see `mingbai campaign list`; where it is new, `mingbai campaign reload`';
  throw new BadInput({ file: `campaign ${id}` }, `there is none; ${remedy}`);
}
