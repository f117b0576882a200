import type { Passage } from './passage.ts';

/** For each passage, the indexes of the passages that name it as near or that it names (另见), each once. */
export function neighboursOf(passages: Pick<Passage, 'id' | 'related'>[]): number[][] {
  const index = new Map(passages.map((passage, i) => [passage.id, i]));
  const near = passages.map(() => new Set<number>());
  for (const [i, passage] of passages.entries()) {
    for (const id of passage.related) {
      const j = index.get(id);
      if (j === undefined || j === i) continue;
      near[i]!.add(j);
      near[j]!.add(i);
    }
  }
  return near.map((set) => [...set]);
}
