import { compareResults, type Result } from '../paper/results.ts';

/** A result with its rank, from 1. Equal score and time share a rank, and as many ranks after it are skipped. */
export interface PersonStanding extends Result {
  rank: number;
  tied: boolean;
}

export function rankPersons(results: readonly Result[]): PersonStanding[] {
  return ranked(results, compareResults);
}

/** A unit as it is known before anybody takes part. */
export interface UnitSize {
  name: string;
  district: string | null;
  /** Persons on the roster, or the headcount the organiser gives; null where unknown. */
  persons: number | null;
}

/** How a unit, or a district, has done. */
export interface GroupStanding {
  name: string;
  district: string | null;
  persons: number | null;
  tookPart: number;
  /** Share of `persons` that took part; null where that is unknown. */
  participation: number | null;
  /** Null where too few took part to speak of them without speaking of somebody. */
  figures: { average: number; passRate: number } | null;
  /** Null without figures. */
  rank: number | null;
}

/** Averages of fewer persons than this are not shown. */
export const fewestShown = 5;

/**
 * Whether a sum over groups has to leave out those that are not shown by themselves: subtracting the others from it
 * would show a single one, or fewer persons than may be shown.
 * @param hidden persons of each group that is not shown
 */
export const givesAway = (hidden: readonly number[]): boolean =>
  hidden.length === 1 || hidden.reduce((sum, persons) => sum + persons, 0) < fewestShown;

/**
 * Units by average, then pass rate, then participation; equal ones share a rank. Those with too few come last, by name.
 * @param unitOf the unit of a participant; null for those without one, who count for none
 */
export function unitStandings(
  units: readonly UnitSize[],
  results: readonly Result[],
  unitOf: (participant: string) => string | null,
): GroupStanding[] {
  const of = groups(results, unitOf);
  const named = new Set(units.map(({ name }) => name));
  const others = [...of.keys()].filter((name) => !named.has(name));
  const all = [...units, ...others.map((name): UnitSize => ({ name, district: null, persons: null }))];
  return order(all.map((unit) => standingOf(unit, of.get(unit.name) ?? [], fewestShown)));
}

/**
 * Districts, each over the persons of its units. One hidden unit alone is left out: subtracting the units shown from
 * their district would show it.
 */
export function districtStandings(
  units: readonly UnitSize[],
  results: readonly Result[],
  unitOf: (participant: string) => string | null,
): GroupStanding[] {
  const of = groups(results, unitOf);
  const names = [...new Set(units.flatMap(({ district }) => district ?? []))];
  return order(
    names.map((name) => {
      const own = units.filter(({ district }) => district === name);
      const took = own.map((unit) => of.get(unit.name) ?? []);
      const hidden = took.filter(({ length }) => length > 0 && length < fewestShown);
      const hide = givesAway(hidden.map(({ length }) => length));
      const counted = took.filter((persons) => !hide || !hidden.includes(persons)).flat();
      const sizes = own.map(({ persons }) => persons);
      const persons = sizes.every((size) => size !== null)
        ? sizes.reduce((sum, size) => sum + size, 0)
        : null;
      const standing = standingOf({ name, district: null, persons }, counted, fewestShown);
      const tookPart = took.flat().length;
      return { ...standing, tookPart, participation: shareOf(tookPart, persons) };
    }),
  );
}

function groups(
  results: readonly Result[],
  groupOf: (participant: string) => string | null,
): Map<string, Result[]> {
  const of = new Map<string, Result[]>();
  for (const result of results) {
    const name = groupOf(result.participant);
    if (name === null) continue;
    const own = of.get(name);
    if (own) own.push(result);
    else of.set(name, [result]);
  }
  return of;
}

function standingOf(unit: UnitSize, results: readonly Result[], fewest: number): Omit<GroupStanding, 'rank'> {
  const tookPart = results.length;
  const share = (sum: number): number => sum / tookPart;
  return {
    ...unit,
    tookPart,
    participation: shareOf(tookPart, unit.persons),
    figures:
      tookPart < fewest
        ? null
        : {
            average: share(results.reduce((sum, { score }) => sum + score, 0)),
            passRate: share(results.filter(({ passed }) => passed).length),
          },
  };
}

const shareOf = (part: number, whole: number | null): number | null => (whole ? part / whole : null);

function order(all: readonly Omit<GroupStanding, 'rank'>[]): GroupStanding[] {
  const shown = all.filter((group) => group.figures !== null);
  const hidden = all.filter((group) => group.figures === null);
  const key = (group: (typeof all)[number]): number[] => [
    group.figures!.average,
    group.figures!.passRate,
    group.participation ?? 0,
  ];
  const compare = (a: (typeof all)[number], b: (typeof all)[number]): number =>
    key(b).reduce((before, value, i) => before || value - key(a)[i]!, 0);
  return [
    ...ranked(shown, compare).map(({ tied: _, ...group }) => group),
    ...hidden.map((group) => ({ ...group, rank: null })).sort((a, b) => a.name.localeCompare(b.name, 'zh')),
  ];
}

function ranked<T extends object>(
  list: readonly T[],
  compare: (a: T, b: T) => number,
): (T & { rank: number; tied: boolean })[] {
  const sorted = [...list].sort(compare);
  let rank = 0;
  return sorted.map((each, i) => {
    const equal = (other: T | undefined): boolean => other !== undefined && compare(other, each) === 0;
    if (!equal(sorted[i - 1])) rank = i + 1;
    return { ...each, rank, tied: equal(sorted[i - 1]) || equal(sorted[i + 1]) };
  });
}
