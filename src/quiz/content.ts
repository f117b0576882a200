import { BadInput } from '../errors.ts';
import { type Bank, loadBank } from './bank.ts';
import type { Campaign } from './campaign/campaign.ts';
import { phaseAt } from './campaign/campaign.ts';
import type { CampaignFile } from './campaign/campaign-file.ts';
import { type CampaignFolders, type Campaigns, readCampaigns } from './campaign/campaigns.ts';
import { frozenChanges } from './campaign/frozen.ts';
import { poolOf } from './campaign/paper/paper.ts';

/** What a reload has changed. Campaigns by id. */
export interface Reloaded {
  items: number;
  campaigns: number;
  added: string[];
  removed: string[];
  /** Campaigns that are open and draw from more or fewer items than before. */
  pools: { campaign: string; before: number; after: number }[];
}

/** Banks and campaigns as a process holds them. */
export interface Content {
  /** These two stay the same objects and always show what was loaded last. */
  bank: Bank;
  campaigns: Campaigns;
  /**
   * Reads and checks everything anew and takes it over whole, or goes on with the old.
   * @throws BadInput naming file, line and what is wrong, also where a campaign that has opened would change under
   * those who take part
   */
  reload(): Promise<Reloaded>;
}

interface Loaded {
  bank: Bank;
  files: CampaignFile[];
  campaigns: Campaigns;
}

/** @throws BadInput where a bank or a campaign is malformed */
export async function openContent(folders: CampaignFolders, now: () => number): Promise<Content> {
  const load = async (): Promise<Loaded> => {
    const bank = await loadBank(folders);
    const files = await readCampaigns(folders, bank, now());
    return { bank, files, campaigns: new Map(files.map(({ campaign }) => [campaign.id, campaign])) };
  };
  let current = await load();
  const reload = async (): Promise<Reloaded> => {
    const next = await load();
    refuseFrozen(current, next, now());
    const report = compare(current, next, now());
    current = next;
    return report;
  };
  let tail: Promise<unknown> = Promise.resolve();
  return {
    bank: liveBank(() => current.bank),
    campaigns: liveMap(() => current.campaigns),
    reload() {
      // One after another: an older reading must not come in after a newer one.
      const mine = tail.then(reload);
      tail = mine.catch(() => {});
      return mine;
    },
  };
}

function refuseFrozen(before: Loaded, after: Loaded, now: number): void {
  for (const campaign of before.campaigns.values()) {
    if (now < campaign.window.opens) continue;
    const file = after.files.find((each) => each.campaign.id === campaign.id);
    if (!file)
      throw new BadInput(
        { file: `campaign ${campaign.id}` },
        'has opened, but its file is gone; put it back',
      );
    const change = frozenChanges(campaign, file, now)[0];
    if (change) throw new BadInput(change, change.message);
  }
}

function compare(before: Loaded, after: Loaded, now: number): Reloaded {
  const held = (campaign: Campaign, { bank }: Loaded): number => poolOf(campaign, bank).length;
  const ids = ({ campaigns }: Loaded): string[] => [...campaigns.keys()];
  return {
    items: after.bank.items.length,
    campaigns: after.campaigns.size,
    added: ids(after).filter((id) => !before.campaigns.has(id)),
    removed: ids(before).filter((id) => !after.campaigns.has(id)),
    pools: [...before.campaigns.values()]
      .filter((campaign) => phaseAt(campaign, now) === 'open')
      .map((campaign) => ({
        campaign: campaign.id,
        before: held(campaign, before),
        after: held(campaign, after),
      }))
      .filter((pool) => pool.before !== pool.after),
  };
}

const liveBank = (current: () => Bank): Bank => ({
  get items() {
    return current().items;
  },
  item: (id) => current().item(id),
  get names() {
    return current().names;
  },
  nameOf: (item) => current().nameOf(item),
});

const liveMap = <K, V>(current: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> => ({
  get size() {
    return current().size;
  },
  get: (key) => current().get(key),
  has: (key) => current().has(key),
  keys: () => current().keys(),
  values: () => current().values(),
  entries: () => current().entries(),
  forEach: (act, self) => current().forEach(act, self),
  [Symbol.iterator]: () => current()[Symbol.iterator](),
});
