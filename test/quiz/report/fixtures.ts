import { type Bank, createBank } from '../../../src/quiz/bank.ts';
import type { Campaign } from '../../../src/quiz/campaign/campaign.ts';
import type { Attempt } from '../../../src/quiz/campaign/paper/attempt.ts';
import type { Rulings } from '../../../src/quiz/campaign/paper/marking.ts';
import type { RuleEvent } from '../../../src/quiz/campaign/paper/score-event.ts';
import type { Participant, RosterEntry } from '../../../src/quiz/campaign/people/participant.ts';
import { gather, type Material } from '../../../src/quiz/report/material.ts';
import { opening } from '../../fakes/campaign.ts';
import { itemOf } from '../../fakes/items.ts';
import { participantOf } from '../../store/campaign-store.contract.ts';

/** After the window of `campaignOf`. */
export const later = opening + 30 * 24 * 3600_000;

/** What a snapshot reads, given in memory. */
export const materialOf = (
  campaign: Campaign,
  held: {
    participants?: Participant[];
    roster?: RosterEntry[];
    attempts?: Attempt[];
    rulings?: Rulings;
    ruled?: RuleEvent[];
    bank?: Bank;
    now?: number;
  },
): Promise<Material> =>
  gather(
    campaign,
    {
      participants: async () => held.participants ?? [],
      roster: async () => held.roster ?? [],
      attempts: async () => held.attempts ?? [],
      rulings: async () => held.rulings ?? new Map(),
      head: { seq: 7, hash: 'a'.repeat(64) },
      ruled: () => held.ruled ?? [],
    },
    held.bank ?? createBank([]),
    held.now ?? later,
  );

/** One-item-a-letter papers: which option was picked of each, 0 being the key; null was left open. */
export function paperOf(participant: string, picks: Record<string, number | null>, points = 20): Attempt {
  const items = Object.entries(picks).map(([item, pick], i) => ({
    item,
    order: [0, 1, 2, 3],
    points,
    shownAt: null,
    picked: pick === null ? [] : [pick],
    answer: pick === null ? null : { right: pick === 0, at: opening + 10_000 * (i + 1) },
  }));
  const finishedAt = opening + 10_000 * (items.length + 1);
  return {
    id: `a${participant.slice(1)}`,
    campaign: 'spring',
    participant,
    level: 1,
    number: 1,
    items,
    startedAt: opening,
    finishedAt,
  };
}

/** Single items a, b, c … of four options, the first being the key. */
export const lettered = (letters: string): Bank => createBank([...letters].map((letter) => itemOf(letter)));

export const inUnit = (id: string, unit: string | null, rest: Partial<Participant> = {}): Participant =>
  participantOf(id, `telegram:${id}`, { unit, ...rest });
