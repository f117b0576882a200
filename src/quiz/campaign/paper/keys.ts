import type { Campaign } from '../campaign.ts';
import type { CampaignStore } from '../campaign-store.ts';
import type { Campaigns } from '../campaigns.ts';
import type { Attempt } from './attempt.ts';
import { endOf, graceMs } from './deadline.ts';

/** Whether the keys of a finished paper may be seen now: not while anybody's last answer may still come in. */
export const showsKeys = ({ keys, window }: Pick<Campaign, 'keys' | 'window'>, now: number): boolean =>
  keys !== 'after-close' || now > window.closes + graceMs;

/** Items of a paper about which nothing that depends on their keys may be told yet. */
export function withheldItems(attempt: Attempt, campaign: Campaign, now: number): string[] {
  const ended = endOf(attempt, campaign, now) !== null;
  const told = (answered: boolean): boolean =>
    ended ? showsKeys(campaign, now) : answered && campaign.keys === 'after-item';
  return attempt.items.flatMap(({ item, answer }) => (told(answer !== null) ? [] : [item]));
}

/**
 * Items that a person may be told nothing about, wherever else they meet them: in practice, reviews and other
 * campaigns as well. The banks of the project are open to everybody for practice, and so is the law: this keeps
 * a paper from being looked up while it is answered by the one who answers it, not a bank secret. A bank that
 * is to stay unseen is one whose items name no book: practice never draws those.
 */
export async function withheldFrom(
  person: string,
  { campaigns, store }: { campaigns: Campaigns; store: Pick<CampaignStore, 'participant' | 'attemptsOf'> },
  now: number,
): Promise<ReadonlySet<string>> {
  const running = [...campaigns.values()].filter(
    ({ window }) => window.opens <= now && now <= window.closes + graceMs,
  );
  const items = running.map(async (campaign) => {
    const participant = await store.participant(campaign.id, person);
    const attempts = participant ? await store.attemptsOf(participant.id) : [];
    return attempts.flatMap((attempt) => withheldItems(attempt, campaign, now));
  });
  return new Set((await Promise.all(items)).flat());
}
