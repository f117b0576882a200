import type { Campaign } from '../campaign.ts';
import type { CampaignStore } from '../campaign-store.ts';
import { endOf } from '../paper/deadline.ts';
import { resultsOf } from '../paper/results.ts';
import type { RosterEntry } from '../people/participant.ts';
import {
  districtStandings,
  type GroupStanding,
  type PersonStanding,
  rankPersons,
  type UnitSize,
  unitStandings,
} from './standings.ts';

/** Everybody's standing in a campaign at one moment. */
export interface Standings {
  persons: PersonStanding[];
  units: GroupStanding[];
  districts: GroupStanding[];
  /** Persons who take part, and how many could; null where that is unknown. */
  joined: number;
  expected: number | null;
  /** Attempts under way. */
  running: number;
  /** The name on the roster, or as given to a captain; null in open campaigns. */
  nameOf(participant: string): string | null;
}

/** Units with their sizes: those of the roster, or those that a campaign lists. */
function unitsOf({ audience }: Campaign, roster: readonly RosterEntry[]): UnitSize[] {
  if (audience.kind !== 'roster') {
    return audience.units.map((unit) => ({
      name: unit.name,
      district: unit.district ?? null,
      persons: unit.headcount ?? null,
    }));
  }
  const units = new Map<string, UnitSize & { persons: number }>();
  for (const { unit, district } of roster) {
    const known = units.get(unit);
    if (known) known.persons += 1;
    else units.set(unit, { name: unit, district, persons: 1 });
  }
  return [...units.values()];
}

type Records = Pick<CampaignStore, 'attempts' | 'rulings' | 'participants' | 'roster'>;

/** Standings of those who are still participants: who has been forgotten stands in none. */
export async function tally(campaign: Campaign, store: Records, now: number): Promise<Standings> {
  const [attempts, rulings, participants, roster] = await Promise.all([
    store.attempts(campaign.id),
    store.rulings(campaign.id),
    store.participants(campaign.id),
    store.roster(campaign.id),
  ]);
  const known = new Map(participants.map((participant) => [participant.id, participant]));
  const entries = new Map(roster.map((entry) => [entry.id, entry]));
  const results = resultsOf(campaign, attempts, rulings, now).filter(({ participant }) =>
    known.has(participant),
  );
  const units = unitsOf(campaign, roster);
  const unitOf = (participant: string): string | null => known.get(participant)?.unit ?? null;
  const sizes = units.map(({ persons }) => persons);
  return {
    joined: participants.filter(({ admitted }) => admitted === 'yes').length,
    expected:
      sizes.length > 0 && sizes.every((size) => size !== null)
        ? sizes.reduce((sum, size) => sum + size, 0)
        : null,
    running: attempts.filter(
      (attempt) => known.has(attempt.participant) && endOf(attempt, campaign, now) === null,
    ).length,
    persons: rankPersons(results),
    units: unitStandings(units, results, unitOf),
    districts: districtStandings(units, results, unitOf),
    nameOf: (participant) => {
      const { entry: place, name } = known.get(participant) ?? { entry: null, name: null };
      const entry = entries.get(place ?? '');
      return entry ? (entry.name ?? entry.staffNumber) : name;
    },
  };
}

const keptMs = 10_000;

/** Tallies that are made anew after ten seconds: a crowd that asks at once costs one. */
export function createTally(store: CampaignStore, now: () => number) {
  const kept = new Map<string, { at: number; standings: Promise<Standings> }>();
  return (campaign: Campaign): Promise<Standings> => {
    const last = kept.get(campaign.id);
    if (last && now() - last.at < keptMs) return last.standings;
    const standings = tally(campaign, store, now());
    kept.set(campaign.id, { at: now(), standings });
    standings.catch(() => kept.delete(campaign.id));
    return standings;
  };
}
