import type { Bank } from '../bank.ts';
import { type Flag, type FlagReason, flagReasons } from '../flag.ts';

/** What takers say of one item. */
export interface FlaggedItem {
  item: string;
  /** Null where the banks hold it no more. */
  bank: string | null;
  stem: string | null;
  open: number;
  settled: number;
  /** Of the flags that are listed. */
  reasons: Record<FlagReason, number>;
  practice: number;
  /** By campaign. */
  campaigns: Record<string, number>;
  /** When the last one came, milliseconds since 1970. */
  latest: number;
  /** What was made of the item's flags the last time; null where none is settled. */
  note: string | null;
}

/**
 * Items with flags, those with most open ones first.
 * @param all also settled flags; else open ones alone are listed and counted
 */
export function flaggedItems(flags: readonly Flag[], bank: Bank, all = false): FlaggedItem[] {
  const ofItem = new Map<string, Flag[]>();
  for (const flag of flags) ofItem.set(flag.item, [...(ofItem.get(flag.item) ?? []), flag]);
  return [...ofItem]
    .map(([item, own]) => describe(item, own, bank, all))
    .filter(({ open }) => all || open > 0)
    .sort(
      (a, b) => b.open - a.open || b.settled - a.settled || b.latest - a.latest || (a.item < b.item ? -1 : 1),
    );
}

function describe(item: string, own: readonly Flag[], bank: Bank, all: boolean): FlaggedItem {
  const listed = own.filter(({ settled }) => all || settled === null);
  const settled = own.flatMap((flag) => flag.settled ?? []).sort((a, b) => b.at - a.at);
  const campaigns: Record<string, number> = {};
  for (const { campaign } of listed)
    if (campaign !== null) campaigns[campaign] = (campaigns[campaign] ?? 0) + 1;
  return {
    item,
    bank: bank.nameOf(item) ?? null,
    stem: bank.item(item)?.stem ?? null,
    open: own.length - settled.length,
    settled: settled.length,
    reasons: Object.fromEntries(
      flagReasons.map((reason) => [reason, listed.filter((flag) => flag.reason === reason).length]),
    ) as Record<FlagReason, number>,
    practice: listed.filter(({ campaign }) => campaign === null).length,
    campaigns,
    latest: Math.max(0, ...listed.map(({ at }) => at)),
    note: settled[0]?.note ?? null,
  };
}
