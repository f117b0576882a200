import { check, lock } from 'proper-lockfile';
import { BadInput, Outage } from '../errors.ts';

/** A lock whose owner has died without releasing it is free after this long. */
const staleMs = 5000;

/**
 * Keeps other processes from a file by a folder `<file>.lock` beside it, refreshed while the process lives and removed
 * when it ends; after a crash it is waited for until it is stale. `assertHeld` throws an Outage once the lock is lost.
 * @throws BadInput where another process goes on holding it
 */
export async function lockFile(file: string, patienceMs = staleMs + 1500) {
  let lost: Error | null = null;
  const step = 250;
  const release = await lock(file, {
    realpath: false,
    stale: staleMs,
    update: 1000,
    retries: { retries: Math.ceil(patienceMs / step), minTimeout: step, maxTimeout: step, factor: 1 },
    onCompromised: (error) => {
      lost = error;
    },
  }).catch((cause) => {
    if (cause.code !== 'ELOCKED') throw new Outage(`${file}: cannot be locked: ${cause.message}`, { cause });
    const remedy =
      'where a bot is just starting, try again; else stop that process, or set DATA_DIR to another folder';
    throw new BadInput({ file }, `is in use by another process; ${remedy}`, { cause });
  });
  return {
    assertHeld(): void {
      if (lost) throw new Outage(`${file}: the lock on it was lost; restart`, { cause: lost });
    },
    async release(): Promise<void> {
      if (!lost && (await check(file, { realpath: false, stale: staleMs }))) await release();
    },
  };
}
