import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { createAttempts } from './attempts.ts';
import { emptyData, readData } from './data.ts';
import { lockFile } from './file-lock.ts';
import { createFlags } from './flags.ts';
import { createGroupCommit } from './group-commit.ts';
import { createJsonFile } from './json-file.ts';
import { createLedger, readLedger } from './ledger-file.ts';
import { createPeople } from './people.ts';
import { createReminderRecords } from './reminders.ts';
import { createReviews } from './reviews.ts';
import { createSessions } from './sessions.ts';

/** The ledger stands beside the records. */
export const ledgerBeside = (file: string): string => join(dirname(file), 'ledger.jsonl');

/**
 * Practice sessions and the people of campaigns in memory and in one JSON file, and what campaigns score in the
 * ledger beside it, which is their one record: attempts are what its replay makes them. Both are held by one process
 * under the lock of the first. Durability: see json-file.ts and ledger-file.ts.
 * @throws BadInput where another process holds the file, or one of the two is corrupt or of another version; they are
 * left as they are
 */
export async function openQuizStore(
  file: string,
  options: { lockPatienceMs?: number } = {},
): Promise<QuizStore> {
  await mkdir(dirname(file), { recursive: true });
  const lock = await lockFile(file, options.lockPatienceMs);
  try {
    const json = createJsonFile(file);
    const db = new Low(
      { read: async () => readData(file, await json.read()), write: json.write },
      emptyData(),
    );
    await db.read();
    const { commit, settled } = createGroupCommit(async () => {
      lock.assertHeld();
      await db.write();
    });
    const attempts = createAttempts();
    const reading = await readLedger(ledgerBeside(file), attempts.replay);
    const ledger = createLedger(ledgerBeside(file), reading, lock.assertHeld);
    const sessions = createSessions(db.data.sessions, createReviews(db.data.reviews), commit, settled);
    const flags = createFlags(db.data.flags, commit, settled);
    const people = createPeople(db.data, commit, settled);
    const reminders = createReminderRecords(db.data.reminders, commit, settled);
    return {
      ...sessions,
      flags: flags.store,
      campaigns: { ...people.store, ...reminders.store, ...attempts.store(ledger) },
      async forget(person) {
        people.forget(person);
        flags.forget(person);
        reminders.forget(person);
        await sessions.forget(person);
      },
      async close() {
        const written = await Promise.allSettled([settled(), ledger.close()]);
        await lock.release();
        for (const each of written) if (each.status === 'rejected') throw each.reason;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
