import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { compareResults, isFinished, type Result, rankPersons, resultOf } from '../quiz/score.ts';
import { type Session, sessionSchema } from '../quiz/session.ts';
import { lockFile } from './file-lock.ts';
import { createGroupCommit } from './group-commit.ts';
import { corrupt, createJsonFile } from './json-file.ts';

const dataSchema = z.strictObject({
  version: z.literal(1),
  sessions: z
    .record(z.string(), sessionSchema)
    .refine(
      (sessions) => Object.entries(sessions).every(([id, session]) => id === session.id),
      'an id is not its key',
    ),
});

/**
 * Sessions in memory and in one JSON file, held by one process. Durability: see json-file.ts.
 * @throws BadInput where another process holds the file, or it is corrupt or of another version; it is left as it is
 */
export async function openQuizStore(
  file: string,
  options: { lockPatienceMs?: number } = {},
): Promise<QuizStore> {
  await mkdir(dirname(file), { recursive: true });
  const lock = await lockFile(file, options.lockPatienceMs);
  try {
    const json = createJsonFile(file);
    const db = new Low({ read: async () => checked(file, await json.read()), write: json.write }, empty());
    await db.read();
    const { commit, settled } = createGroupCommit(async () => {
      lock.assertHeld();
      await db.write();
    });
    const close = async () => {
      await settled().finally(lock.release);
    };
    return { ...createSessions(db.data.sessions, commit, settled), close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Data = z.infer<typeof dataSchema>;
const empty = (): Data => ({ version: 1, sessions: {} });

function checked(file: string, data: unknown): Data | null {
  if (data === null) return null;
  const parsed = dataSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw corrupt(
    file,
    `does not hold quiz records of version 1 (${path.join('.')}: ${message})`,
    parsed.error,
  );
}

/** The contract over a table of sessions, which it changes in place. */
function createSessions(
  sessions: Data['sessions'],
  commit: () => Promise<void>,
  settled: () => Promise<void>,
): Omit<QuizStore, 'close'> {
  const byPerson = new Map<string, Set<string>>();
  const best = new Map<string, Result>();

  const put = (session: Session): void => {
    sessions[session.id] = session;
    byPerson.set(session.person, (byPerson.get(session.person) ?? new Set()).add(session.id));
    if (session.mode !== 'paper' || !isFinished(session)) return;
    const result = resultOf(session);
    const before = best.get(session.person);
    if (!before || compareResults(result, before) < 0) best.set(session.person, result);
  };
  const at = (id: string): Session | null => (Object.hasOwn(sessions, id) ? sessions[id]! : null);
  const drop = (id: string): void => {
    byPerson.get(at(id)?.person ?? '')?.delete(id);
    delete sessions[id];
  };
  const sessionsOf = (person: string): Session[] =>
    [...(byPerson.get(person) ?? [])].map((id) => sessions[id]!);

  for (const session of Object.values(sessions)) put(session);

  return {
    async add(session, replaced) {
      if (replaced !== null) drop(replaced);
      put(session);
      await commit();
    },
    async session(id) {
      const found = at(id);
      await settled();
      return found;
    },
    async change(id, step) {
      const before = at(id);
      const done = before ? step(before) : null;
      if (done && done.session !== before) {
        put(done.session);
        await commit();
      } else await settled();
      return done;
    },
    async openSessions(person) {
      const open = sessionsOf(person).filter(({ finishedAt }) => finishedAt === null);
      await settled();
      return open.sort((a, b) => b.startedAt - a.startedAt);
    },
    async finishedSessions(person, limit) {
      const finished = sessionsOf(person).filter(isFinished);
      await settled();
      return finished.sort((a, b) => b.finishedAt - a.finishedAt).slice(0, limit);
    },
    async standings(person, limit) {
      const ranked = rankPersons(best);
      await settled();
      const own = ranked.find((standing) => standing.person === person) ?? null;
      return { first: ranked.slice(0, limit), own, persons: ranked.length };
    },
    async forget(person) {
      for (const id of byPerson.get(person) ?? []) delete sessions[id];
      byPerson.delete(person);
      best.delete(person);
      await commit();
    },
  };
}
