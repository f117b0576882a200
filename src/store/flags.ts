import { join } from 'node:path';
import type { Flag, FlagStore } from '../quiz/flag.ts';
import { type Data, readData } from './data.ts';
import { createJsonFile } from './json-file.ts';

/** Flags over a list, which is changed in place, with an index by person beside it. */
export function createFlags(
  flags: Data['flags'],
  commit: () => Promise<void>,
  settled: () => Promise<void>,
): { store: FlagStore; forget(person: string): void } {
  /** Places in the list. */
  const byPerson = new Map<string, number[]>();
  const placesOf = (person: string): number[] => {
    const places = byPerson.get(person) ?? [];
    byPerson.set(person, places);
    return places;
  };
  for (const [place, { person }] of flags.entries()) if (person !== null) placesOf(person).push(place);

  return {
    store: {
      async flag(person, decide) {
        const places = byPerson.get(person) ?? [];
        const decided = decide(places.map((place) => flags[place]!));
        const { flag } = decided;
        if (flag) {
          const before = places.find((place) => flags[place]!.item === flag.item);
          if (before === undefined) placesOf(person).push(flags.push(flag) - 1);
          else flags[before] = flag;
        }
        await (flag ? commit() : settled());
        return decided;
      },
      async flags() {
        const all = [...flags];
        await settled();
        return all;
      },
      async settle(item, as) {
        const open = flags.flatMap((flag, place) =>
          flag.item === item && flag.settled === null ? [place] : [],
        );
        for (const place of open) flags[place] = { ...flags[place]!, settled: as };
        await (open.length > 0 ? commit() : settled());
        return open.length;
      },
    },
    /** What was wrong with an item stays wrong; who said it goes. For the caller to commit. */
    forget(person) {
      for (const place of byPerson.get(person) ?? []) flags[place] = { ...flags[place]!, person: null };
      byPerson.delete(person);
    },
  };
}

/**
 * The flags as they are on disk, without the lock: quiz.json is replaced atomically. None where there is no file.
 * @throws BadInput where it is corrupt or of another version; Outage where it cannot be read
 */
export async function readFlags(dataDir: string): Promise<readonly Flag[]> {
  const file = join(dataDir, 'quiz.json');
  return readData(file, await createJsonFile(file).read())?.flags ?? [];
}
