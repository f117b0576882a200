import { type Campaign, phaseAt, type Unit } from '../campaign.ts';
import { waitingIn } from './applicants.ts';
import type { Participant } from './participant.ts';

/** So many may wait in one unit: who floods a captain's list with made-up names fills no more than this. */
const mostWaiting = 500;
/** A second unit may be tried after a refusal, not a third. */
const mostRefusals = 2;

/** What a wish to be let in comes to. */
export type Apply =
  | { outcome: 'applied' | 'renamed'; participant: Participant }
  | { outcome: 'not-a-name' | 'no-such-unit' | 'closed' | 'full' }
  /** Let in before, as a member or as the captain. */
  | { outcome: 'already-in' }
  /** Waiting in another unit, whose captain has to answer first. */
  | { outcome: 'waiting-elsewhere' }
  | { outcome: 'refused-here' | 'refused-twice' };

export interface Application {
  person: string;
  device: string | null;
  /** For a new participant. */
  participant: string;
  /** Of the unit in the campaign's list, from 1. */
  place: number;
  /** As typed. */
  name: string;
  now: number;
}

/** The unit at a place of a campaign whose captains let people in; undefined for none. */
export const unitAt = ({ audience }: Campaign, place: number): Unit | undefined =>
  audience.kind === 'captains' ? audience.units[place - 1] : undefined;

/** A name as it is shown to the captain: one line of 2 to 30 characters with a letter; null for anything else. */
export function readName(typed: string): string | null {
  const name = typed.trim().replaceAll(/ +/g, ' ');
  const length = [...name].length;
  if (length < 2 || length > 30 || !/\p{L}/u.test(name)) return null;
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(name) ? null : name;
}

/**
 * @param own who the person is in the campaign already
 * @param others every participant of the campaign
 */
export function decideApply(
  campaign: Campaign,
  { place, now, ...wish }: Application,
  own: Participant | null,
  others: readonly Participant[],
): Apply {
  const unit = unitAt(campaign, place)?.name;
  const name = readName(wish.name);
  if (unit === undefined) return { outcome: 'no-such-unit' };
  if (phaseAt(campaign, now) === 'closed') return { outcome: 'closed' };
  if (own?.admitted === 'yes') return { outcome: 'already-in' };
  if (own?.admitted === 'waiting' && own.unit !== unit) return { outcome: 'waiting-elsewhere' };
  if (own && (own.refusedBy?.length ?? 0) >= mostRefusals) return { outcome: 'refused-twice' };
  if (own?.refusedBy?.includes(unit)) return { outcome: 'refused-here' };
  if (name === null) return { outcome: 'not-a-name' };
  if (own?.admitted === 'waiting') return { outcome: 'renamed', participant: { ...own, name } };
  if (waitingIn(unit, others).length >= mostWaiting) return { outcome: 'full' };
  const first: Participant = own ?? {
    id: wish.participant,
    campaign: campaign.id,
    persons: [wish.person],
    unit: null,
    entry: null,
    joinedAt: now,
    name: null,
    admitted: 'waiting',
    device: wish.device,
    muted: false,
    handover: null,
  };
  return { outcome: 'applied', participant: { ...first, unit, name, joinedAt: now, admitted: 'waiting' } };
}

export const mayApply = ({ admitted, refusedBy = [] }: Participant): boolean =>
  admitted === 'refused' && refusedBy.length < mostRefusals;
