/**
 * Joins writes: what changes while a write runs is carried by one write after it.
 * `write` must take the data as it is when called. A promise resolves after a write that began after its call,
 * and rejects where that write fails; the next call then writes again.
 */
export function createGroupCommit(write: () => Promise<void>) {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let unwritten = false;

  const start = (): Promise<void> => {
    unwritten = false;
    running = write()
      .catch((error) => {
        unwritten = true;
        throw error;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  const commit = (): Promise<void> => {
    if (next) return next;
    if (!running) return start();
    next = running
      .catch(() => {})
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };

  return {
    /** For who has changed the data. */
    commit,
    /** For who has only read it: resolves when all of it is written. */
    settled: (): Promise<void> => next ?? running ?? (unwritten ? commit() : Promise.resolve()),
  };
}
