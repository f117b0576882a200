import { fewestShown, givesAway } from '../campaign/standings/standings.ts';
import type { Material, Taker } from './material.ts';

/** What may be told of groups without telling of a few persons. */
export interface Disclosure {
  /** Units that have figures of their own. */
  shown: ReadonlySet<string>;
  /** Those over whom the figures of each district are taken, as districtStandings does. */
  districts: ReadonlyMap<string, readonly Taker[]>;
  /** Those over whom every figure of the whole campaign is taken. */
  counted: readonly Taker[];
  /** How many have a result and are not among them: four at most. */
  leftOut: number;
}

/**
 * A figure of the whole less those of its units gives that of the units not shown; so does the whole less its
 * districts. Therefore the whole is taken over the units shown, the hidden ones that a district's figure covers
 * already, and the rest of the hidden ones only where they are several and together enough persons
 * (L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control, 2001, ch. 6: secondary suppression).
 * Persons without a unit are a group like any other.
 */
export function disclose({ standings, takers }: Pick<Material, 'standings' | 'takers'>): Disclosure {
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
  const out = givesAway(persons(rest)) ? rest : [];
  const districts = new Map<string, Taker[]>();
  for (const [unit, own] of without(rest)) {
    const name = within(unit);
    if (name !== null) districts.set(name, [...(districts.get(name) ?? []), ...own]);
  }
  return {
    shown,
    districts,
    counted: without(out).flatMap(([, own]) => own),
    leftOut: persons(out).reduce((sum, count) => sum + count, 0),
  };
}
