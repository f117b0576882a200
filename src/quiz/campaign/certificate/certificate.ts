import type { Campaign } from '../campaign.ts';
import type { Attempt } from '../paper/attempt.ts';
import type { Rulings } from '../paper/marking.ts';
import { resultOf } from '../paper/results.ts';
import type { Participant, RosterEntry } from '../people/participant.ts';
import { certificateNumber } from './certificate-number.ts';

/** What a certificate says. It is never stored: it is what the answers come to now. */
export interface Certificate {
  campaign: Pick<Campaign, 'id' | 'title' | 'mode' | 'organiser'>;
  /** Groups of four, see certificate-number.ts. */
  number: string;
  /** Of the page that verifies it. */
  address: string;
  /** Null where the campaign knows no name: its holder writes it in. */
  holder: string | null;
  /** Where a roster has this and no name. */
  staffNumber: string | null;
  unit: string | null;
  score: number;
  maximum: number;
  tier: string | null;
  /** When the last attempt that counts ended, milliseconds since 1970. */
  at: number;
}

/** Null where the result is not passed, or none is there yet. */
export function certificateOf(
  campaign: Campaign,
  participant: Participant,
  entry: RosterEntry | null,
  attempts: readonly Attempt[],
  rulings: Rulings,
  { now, publicUrl }: { now: number; publicUrl: string },
): Certificate | null {
  const result = resultOf(campaign, attempts, rulings, now);
  if (!result?.passed || participant.admitted !== 'yes') return null;
  const holder = entry?.name ?? participant.name;
  const number = certificateNumber(campaign.id, participant.id);
  return {
    campaign,
    number,
    address: `${publicUrl}/v/${number}`,
    holder,
    staffNumber: holder === null ? (entry?.staffNumber ?? null) : null,
    unit: participant.unit,
    score: result.score,
    maximum: result.maximum,
    tier: result.tier,
    at: result.endedAt,
  };
}
