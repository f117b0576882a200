import { endOf } from '../campaign/paper/deadline.ts';
import type { GroupStanding } from '../campaign/standings/standings.ts';
import type { Material } from './material.ts';

/** A unit while the campaign runs. */
export interface LiveUnit extends GroupStanding {
  joined: number;
  /** Persons with a paper that may still be answered. */
  underWay: number;
}

/** Units by rank; those without a unit are in none. */
export function liveUnits({ campaign, now, takers, standings }: Material): LiveUnit[] {
  const counts = new Map<string, { joined: number; underWay: number }>();
  for (const { participant, attempts } of takers) {
    const of = counts.get(participant.unit ?? '') ?? { joined: 0, underWay: 0 };
    counts.set(participant.unit ?? '', of);
    of.joined += 1;
    if (attempts.some((attempt) => endOf(attempt, campaign, now) === null)) of.underWay += 1;
  }
  return standings.units.map((unit) => ({
    ...unit,
    ...(counts.get(unit.name) ?? { joined: 0, underWay: 0 }),
  }));
}
