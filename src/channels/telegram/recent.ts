/** Remembers the last `most` ids. */
export function createRecent(most: number) {
  const seen = new Set<number>();
  return {
    /** False where the id was met before. */
    isNew(id: number): boolean {
      if (seen.has(id)) return false;
      seen.add(id);
      if (seen.size > most) seen.delete(seen.values().next().value!);
      return true;
    },
  };
}
