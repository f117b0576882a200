import { createHash } from 'node:crypto';
import type { Participant, RosterEntry } from './participant.ts';

/** Tokens have 128 random bits, so a plain hash of one tells nothing of it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** How long the code for another device may be used. */
export const handoverMs = 10 * 60_000;

/** What a token or code turns out to be, with whom it concerns. */
export interface Presented {
  /** The place on a roster that the token invites to. */
  entry: (RosterEntry & { campaign: string }) | null;
  /** Who holds that place, or gave out that code. */
  holder: Participant | null;
  /** Who the person already is in the same campaign. */
  own: Participant | null;
}

export type Redeem =
  | { outcome: 'joined' | 'device-added'; participant: Participant }
  /** A second press on the same link. */
  | { outcome: 'already-yours'; participant: Participant }
  /** Somebody else has used it, or the person has joined as somebody else. */
  | { outcome: 'used' | 'joined-as-another' }
  | { outcome: 'unknown' | 'expired' };

/**
 * An invite binds its place to one person, once; a handover code lets that person in from one more device. A
 * place that its person has left by /forget may be invited to anew: the attempts that were made there stay with it.
 */
export function decideRedeem(
  { entry, holder, own }: Presented,
  wish: { person: string; device?: string | undefined; participant: string; now: number },
): Redeem {
  if (holder?.persons.includes(wish.person)) return { outcome: 'already-yours', participant: holder };
  // A captain who first asked to be let in as a member holds the invite all the same.
  if (own && (own.admitted === 'yes' || !entry)) return { outcome: 'joined-as-another' };
  if (entry) {
    if (holder && holder.persons.length > 0) return { outcome: 'used' };
    if (holder && own) return { outcome: 'joined-as-another' };
    const participant: Participant = {
      id: own?.id ?? holder?.id ?? wish.participant,
      campaign: entry.campaign,
      persons: own?.persons ?? [wish.person],
      unit: entry.unit,
      entry: entry.id,
      joinedAt: wish.now,
      name: null,
      admitted: 'yes',
      device: wish.device ?? null,
      muted: false,
      handover: null,
    };
    return { outcome: 'joined', participant };
  }
  if (!holder?.handover) return { outcome: 'unknown' };
  if (wish.now > holder.handover.until) return { outcome: 'expired' };
  const participant = { ...holder, persons: [...holder.persons, wish.person], handover: null };
  return { outcome: 'device-added', participant };
}
