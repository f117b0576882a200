import type { Bank } from '../bank.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignStore } from '../campaign/campaign-store.ts';
import type { Attempt } from '../campaign/paper/attempt.ts';
import type { Rulings } from '../campaign/paper/marking.ts';
import { countedOf, type Ended } from '../campaign/paper/results.ts';
import type { RuleEvent } from '../campaign/paper/score-event.ts';
import type { Participant, RosterEntry } from '../campaign/people/participant.ts';
import type { PersonStanding } from '../campaign/standings/standings.ts';
import { type Standings, tally } from '../campaign/standings/tally.ts';
import type { Head } from '../ledger.ts';

/** The records of one moment, as src/store/snapshot.ts reads them. */
export interface Records extends Pick<CampaignStore, 'participants' | 'roster' | 'attempts' | 'rulings'> {
  head: Head;
  ruled(campaign: string): RuleEvent[];
}

/** Somebody in the campaign with all that they did. */
export interface Taker {
  id: string;
  participant: Participant;
  /** Their place on the roster; null in open campaigns. */
  entry: RosterEntry | null;
  /** From the roster, or as told to the captain; null in open campaigns. */
  name: string | null;
  attempts: readonly Attempt[];
  /** What counts of them; empty before one has ended. */
  counted: readonly Ended[];
  standing: PersonStanding | null;
}

/** All that a report stands on. */
export interface Material {
  campaign: Campaign;
  /** As of when, milliseconds since 1970. */
  now: number;
  head: Head;
  bank: Bank;
  /** Everybody who is asked to take part, where they are known by name. */
  roster: readonly RosterEntry[];
  takers: readonly Taker[];
  standings: Standings;
  rulings: Rulings;
  ruled: readonly RuleEvent[];
}

/** Those who asked to be forgotten are in no report; of a roster their results stay. */
export async function gather(
  campaign: Campaign,
  records: Records,
  bank: Bank,
  now: number,
): Promise<Material> {
  const [participants, roster, attempts, rulings, standings] = await Promise.all([
    records.participants(campaign.id),
    records.roster(campaign.id),
    records.attempts(campaign.id),
    records.rulings(campaign.id),
    tally(campaign, records, now),
  ]);
  const entries = new Map(roster.map((entry) => [entry.id, entry]));
  const standing = new Map(standings.persons.map((person) => [person.participant, person]));
  const own = new Map(participants.map(({ id }) => [id, [] as Attempt[]]));
  for (const attempt of attempts) own.get(attempt.participant)?.push(attempt);
  return {
    campaign,
    now,
    head: records.head,
    bank,
    roster: campaign.audience.kind === 'roster' ? roster : [],
    takers: participants.map((participant): Taker => {
      const { id } = participant;
      const entry = entries.get(participant.entry ?? '') ?? null;
      return {
        id,
        participant,
        entry,
        name: entry?.name ?? participant.name,
        attempts: own.get(id)!,
        counted: countedOf(campaign, own.get(id)!, rulings, now),
        standing: standing.get(id) ?? null,
      };
    }),
    standings,
    rulings,
    ruled: records.ruled(campaign.id),
  };
}
