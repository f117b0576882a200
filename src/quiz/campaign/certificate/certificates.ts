import { setImmediate as breathe } from 'node:timers/promises';
import type { Campaign } from '../campaign.ts';
import type { CampaignStore } from '../campaign-store.ts';
import type { Campaigns } from '../campaigns.ts';
import { covered } from '../people/covered.ts';
import type { Participant } from '../people/participant.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { certificateNumber, readCertificateNumber } from './certificate-number.ts';

/** What a number comes to now. */
export type Verification =
  /** The holder's name or number is covered; score and tier are those after all corrections. */
  | { outcome: 'valid'; certificate: Certificate }
  /** No number, or its check character is wrong: somebody has mistyped it. */
  | { outcome: 'misread' }
  | { outcome: 'unknown' }
  /** Passed once, but not after a correction, a later attempt or a captain's no. */
  | { outcome: 'no-longer'; title: string };

export interface Certificates {
  /** Null where there is none to give. */
  of(campaign: Campaign, participant: Participant): Promise<Certificate | null>;
  verify(typed: string): Promise<Verification>;
}

/** How long no second look is taken for numbers that are not known. */
const restMs = 10_000;
const hashedAtOnce = 500;

/**
 * Certificates over a store. Numbers are found by an index in memory, from number to participant: the first look-up
 * fills it (about a second for 210,000 participants, in between turns), a number that it lacks makes it take up those who
 * have joined since, at most every ten seconds, and who gets a certificate here is in it at once. What is said of a
 * number is always read from the store.
 */
export function createCertificates({
  campaigns,
  store,
  now,
  publicUrl,
}: {
  campaigns: Campaigns;
  store: Pick<CampaignStore, 'participantById' | 'participants' | 'roster' | 'attemptsOf' | 'rulings'>;
  now: () => number;
  publicUrl: string;
}): Certificates {
  const byNumber = new Map<string, string>();
  const known = new Set<string>();
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> | null = null;

  const take = (campaign: string, participant: string): boolean => {
    if (known.has(participant)) return false;
    known.add(participant);
    byNumber.set(certificateNumber(campaign, participant), participant);
    return true;
  };
  const refresh = async (): Promise<void> => {
    let hashed = 0;
    for (const campaign of campaigns.keys())
      for (const { id } of await store.participants(campaign))
        if (take(campaign, id) && ++hashed % hashedAtOnce === 0) await breathe();
    refreshedAt = now();
  };
  const find = async (number: string): Promise<Participant | null> => {
    if (!byNumber.has(number) && now() - refreshedAt >= restMs) {
      refreshing ??= refresh().finally(() => {
        refreshing = null;
      });
      await refreshing;
    }
    const id = byNumber.get(number);
    return id === undefined ? null : store.participantById(id);
  };

  const of: Certificates['of'] = async (campaign, participant) => {
    const [roster, attempts, rulings] = await Promise.all([
      store.roster(campaign.id),
      store.attemptsOf(participant.id),
      store.rulings(campaign.id),
    ]);
    const entry = roster.find(({ id }) => id === participant.entry) ?? null;
    take(campaign.id, participant.id);
    return certificateOf(campaign, participant, entry, attempts, rulings, { now: now(), publicUrl });
  };

  return {
    of,
    async verify(typed) {
      const number = readCertificateNumber(typed);
      if (number === null) return { outcome: 'misread' };
      const participant = await find(number);
      const campaign = campaigns.get(participant?.campaign ?? '');
      if (!participant || !campaign) return { outcome: 'unknown' };
      const certificate = await of(campaign, participant);
      if (!certificate) return { outcome: 'no-longer', title: campaign.title };
      const cover = (words: string | null): string | null => (words === null ? null : covered(words));
      const { holder, staffNumber } = certificate;
      return {
        outcome: 'valid',
        certificate: { ...certificate, holder: cover(holder), staffNumber: cover(staffNumber) },
      };
    },
  };
}
