import { type Campaign, tierOf } from '../campaign/campaign.ts';
import type { GroupStanding } from '../campaign/standings/standings.ts';
import type { Disclosure } from './disclosure.ts';
import type { Material, Taker } from './material.ts';

/** A unit or a district with its persons of each tier, from the highest; null where it is not shown. */
export interface GroupReport extends GroupStanding {
  tiers: number[] | null;
}

export function groupReports(
  { campaign, standings }: Material,
  { counted, districts }: Disclosure,
): { units: GroupReport[]; districts: GroupReport[] } {
  const units = new Map<string, Taker[]>();
  for (const taker of counted) {
    const { unit } = taker.participant;
    if (unit === null) continue;
    const own = units.get(unit);
    if (own) own.push(taker);
    else units.set(unit, [taker]);
  }
  const withTiers = (group: GroupStanding, of: ReadonlyMap<string, readonly Taker[]>): GroupReport => ({
    ...group,
    tiers: group.figures && tiersOf(campaign, of.get(group.name) ?? []),
  });
  return {
    units: standings.units.map((group) => withTiers(group, units)),
    districts: standings.districts.map((group) => withTiers(group, districts)),
  };
}

const tiersOf = (campaign: Campaign, takers: readonly Taker[]): number[] =>
  campaign.tiers.map(
    ({ name }) => takers.filter(({ standing }) => tierOf(campaign, standing!.score) === name).length,
  );
