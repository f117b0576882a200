import type { QuizStore } from '../quiz/quiz-store.ts';
import { compareResults, isFinished, type Result, rankPersons, resultOf } from '../quiz/score.ts';
import type { Session } from '../quiz/session.ts';
import type { Data } from './data.ts';
import type { Reviews } from './reviews.ts';

/** Practice sessions over a table, which they change in place, and the reviews that come with their answers. */
export function createSessions(
  sessions: Data['sessions'],
  reviews: Reviews,
  commit: () => Promise<void>,
  settled: () => Promise<void>,
): Omit<QuizStore, 'close' | 'campaigns' | 'flags'> {
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
      const done = before ? step(before, reviews.of(before.person)) : null;
      if (done && done.session !== before) {
        put(done.session);
        if (done.reviewed) reviews.put(done.session.person, done.reviewed);
        await commit();
      } else await settled();
      return done;
    },
    async reviews(person) {
      const known = reviews.of(person);
      await settled();
      return known;
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
      reviews.forget(person);
      await commit();
    },
  };
}
