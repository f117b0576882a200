import { fewestShown, givesAway } from '../campaign/standings/standings.ts';
import type { Material, Taker } from './material.ts';

/** Over whom figures are taken. */
export interface Disclosure {
  /** Units that have figures of their own. */
  shown: ReadonlySet<string>;
  /** Those over whom the figures of each district are taken, as districtStandings does. */
  districts: ReadonlyMap<string, readonly Taker[]>;
  /** Those over whom every figure of the whole campaign is taken. */
  counted: readonly Taker[];
  /** How many have a result and are not among them: four at most, none in the organiser’s own edition. */
  leftOut: number;
}

/**
 * The organiser's own edition names everybody with their score, so that nothing is to be hidden there: its figures of
 * the whole are over all who have a result, as those of the result sheet are.
 *
 * An open edition names nobody. A figure of the whole less those of its units would give that of the units not shown;
 * so would the whole less its districts. Therefore the whole is taken over the units shown, the hidden ones that a
 * district's figure covers already, and the rest of the hidden ones only where they are several and together enough
 * persons (secondary suppression: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control, 2001).
 * Persons without a unit are a group like any other. Of a whole that is too few itself nothing is told.
 */
export function disclose(
  { standings, takers }: Pick<Material, 'standings' | 'takers'>,
  open: boolean,
): Disclosure {
  const { units } = standings;
  const shown = new Set(units.flatMap(({ name, figures }) => (figures ? [name] : [])));
  const groups = new Map<string | null, Taker[]>();
  for (const taker of takers) {
    if (!taker.standing) continue;
    const { unit } = taker.participant;
    const own = groups.get(unit);
    if (own) own.push(taker);
    else groups.set(unit, [taker]);
  }
  const district = new Map(units.map((unit) => [unit.name, unit.district]));
  const hidden = [...groups.keys()].filter((unit) => groups.get(unit)!.length < fewestShown);
  const persons = (names: readonly (string | null)[]): number[] =>
    names.map((name) => groups.get(name)!.length);
  const within = (unit: string | null): string | null =>
    unit === null ? null : (district.get(unit) ?? null);
  const rest = hidden.filter((unit) => {
    const own = within(unit);
    return own === null || givesAway(persons(hidden.filter((other) => within(other) === own)));
  });
  const without = (names: readonly (string | null)[]): [string | null, Taker[]][] =>
    [...groups].filter(([unit]) => !names.includes(unit));
  const out = open && givesAway(persons(rest)) ? rest : [];
  const counted = without(out).flatMap(([, own]) => own);
  const told = open && counted.length < fewestShown ? [] : counted;
  const districts = new Map<string, Taker[]>();
  for (const [unit, own] of without(rest)) {
    const name = within(unit);
    if (name !== null) districts.set(name, [...(districts.get(name) ?? []), ...own]);
  }
  return {
    shown,
    districts,
    counted: told,
    leftOut: standings.persons.length - told.length,
  };
}
