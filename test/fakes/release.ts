import type { Passage } from '../../src/knowledge/passage.ts';
import type { Release } from '../../src/knowledge/release.ts';

/** A release of these passages that finds nothing. */
export function releaseOf(passages: Passage[]): Release {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    id: 'fixture',
    passages,
    passage: (id) => byId.get(id),
    search: async () => [],
    model: null,
    embedded: 0,
    kept: 0,
    builtAt: new Date(0),
  };
}
