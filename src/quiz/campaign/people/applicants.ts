import { type Campaign, phaseAt } from '../campaign.ts';
import type { Participant } from './participant.ts';

/** Captains hold a place on the roster; members do not. */
export const isCaptain = ({ audience }: Campaign, { entry }: Participant): boolean =>
  audience.kind === 'captains' && entry !== null;

/** Those who wait in a unit, the first come first. */
export const waitingIn = (unit: string | null, participants: readonly Participant[]): Participant[] =>
  participants
    .filter((each) => each.admitted === 'waiting' && each.unit === unit)
    .sort((a, b) => a.joinedAt - b.joinedAt || a.id.localeCompare(b.id));

export type Admit =
  | { outcome: 'admitted' | 'refused'; participant: Participant }
  /** Only the captain of the very unit decides, and once. */
  | { outcome: 'not-yours' | 'already-decided' };

export function decideAdmit(
  campaign: Campaign,
  captain: Participant,
  applicant: Participant,
  yes: boolean,
): Admit {
  const own =
    isCaptain(campaign, captain) &&
    applicant.campaign === campaign.id &&
    applicant.entry === null &&
    applicant.unit === captain.unit;
  if (!own) return { outcome: 'not-yours' };
  if (applicant.admitted !== 'waiting') return { outcome: 'already-decided' };
  if (yes) return { outcome: 'admitted', participant: { ...applicant, admitted: 'yes' } };
  const refusedBy = [...(applicant.refusedBy ?? []), applicant.unit!];
  return { outcome: 'refused', participant: { ...applicant, admitted: 'refused', refusedBy } };
}

const tellAfterMs = 3600_000;

/** A captain who is to hear that people wait. */
export interface CaptainDue {
  captain: string;
  persons: readonly string[];
  unit: string;
  waiting: number;
}

/**
 * Captains with applicants who came since they were last told, each at most once an hour.
 * @param told when each was, by participant id
 */
export function captainsToTell(
  campaign: Campaign,
  participants: readonly Participant[],
  told: Readonly<Record<string, number>>,
  now: number,
): CaptainDue[] {
  if (phaseAt(campaign, now) === 'closed') return [];
  return participants.flatMap((captain): CaptainDue[] => {
    const { id, unit, muted } = captain;
    const last = told[id] ?? Number.NEGATIVE_INFINITY;
    if (!isCaptain(campaign, captain) || unit === null || muted || now - last < tellAfterMs) return [];
    const waiting = waitingIn(unit, participants);
    if (!waiting.some(({ joinedAt }) => joinedAt > last)) return [];
    return [{ captain: id, persons: captain.persons.toReversed(), unit, waiting: waiting.length }];
  });
}
