import { describe, expect, it } from 'vitest';
import type { Flagged } from '../../src/quiz/flag.ts';
import type { Review } from '../../src/quiz/learning/review.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import type { Session } from '../../src/quiz/session.ts';
import { finishedSession } from '../fakes/quiz.ts';

const open = (id: string, person: string, rest: Partial<Session> = {}): Session => ({
  ...finishedSession(id, person, [true, false]),
  finishedAt: null,
  ...rest,
});

/** What every store of the quiz keeps to. `openStore` gives an empty one; the suite closes it. */
export function quizStoreContract(name: string, openStore: () => Promise<QuizStore>): void {
  const withStore = (title: string, act: (store: QuizStore) => Promise<void>): void => {
    it(title, async () => {
      const store = await openStore();
      try {
        await act(store);
      } finally {
        await store.close();
      }
    });
  };

  describe(`quiz store: ${name}`, () => {
    withStore('gives back what was added, and null for what was not', async (store) => {
      const session = open('aaaaaaaaaa', 'p');
      await store.add(session, null);
      expect(await store.session('aaaaaaaaaa')).toEqual(session);
      expect(await store.session('bbbbbbbbbb')).toBeNull();
      expect(await store.session('__proto__')).toBeNull();
    });

    withStore('lists open sessions latest first, and drops the one that is replaced', async (store) => {
      await store.add(open('aaaaaaaaaa', 'p', { startedAt: 1 }), null);
      await store.add(open('bbbbbbbbbb', 'p', { startedAt: 2 }), null);
      await store.add(open('cccccccccc', 'q'), null);
      expect((await store.openSessions('p')).map(({ id }) => id)).toEqual(['bbbbbbbbbb', 'aaaaaaaaaa']);
      await store.add(open('dddddddddd', 'p', { startedAt: 3 }), 'aaaaaaaaaa');
      expect((await store.openSessions('p')).map(({ id }) => id)).toEqual(['dddddddddd', 'bbbbbbbbbb']);
      expect(await store.session('aaaaaaaaaa')).toBeNull();
    });

    withStore('lists finished sessions latest first', async (store) => {
      for (const [i, id] of ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].entries()) {
        await store.add(finishedSession(id, 'p', [true], { finishedAt: 5000 + i }), null);
      }
      await store.add(open('dddddddddd', 'p'), null);
      expect((await store.finishedSessions('p', 2)).map(({ id }) => id)).toEqual([
        'cccccccccc',
        'bbbbbbbbbb',
      ]);
    });

    withStore('changes a session by one step after another, none lost', async (store) => {
      await store.add(open('aaaaaaaaaa', 'p', { startedAt: 0 }), null);
      const later = (session: Session) => ({ session: { ...session, startedAt: session.startedAt + 1 } });
      await Promise.all(Array.from({ length: 20 }, () => store.change('aaaaaaaaaa', later)));
      expect((await store.session('aaaaaaaaaa'))?.startedAt).toBe(20);
      expect(await store.change('bbbbbbbbbb', later)).toBeNull();
    });

    withStore('ranks persons by their best paper, practice left out', async (store) => {
      await store.add(finishedSession('aaaaaaaaaa', 'p', [true, false]), null);
      await store.add(finishedSession('bbbbbbbbbb', 'p', [true, true]), null);
      await store.add(finishedSession('cccccccccc', 'p', [false, false]), null);
      await store.add(finishedSession('dddddddddd', 'q', [true, false]), null);
      await store.add(finishedSession('eeeeeeeeee', 'r', [true, true], { mode: 'practice', book: 5 }), null);
      const { first, own, persons } = await store.standings('q', 1);
      expect(first).toMatchObject([{ person: 'p', rank: 1, best: { right: 2 } }]);
      expect(own).toMatchObject({ person: 'q', rank: 2, best: { right: 1 } });
      expect(persons).toBe(2);
      expect((await store.standings('r', 5)).own).toBeNull();
    });

    withStore('counts a paper once it is finished', async (store) => {
      await store.add(open('aaaaaaaaaa', 'p'), null);
      expect((await store.standings('p', 5)).persons).toBe(0);
      await store.change('aaaaaaaaaa', (session) => ({ session: { ...session, finishedAt: 9000 } }));
      expect((await store.standings('p', 5)).own).toMatchObject({
        rank: 1,
        best: { right: 1, tookMs: 8000 },
      });
    });

    withStore('keeps what a step has reviewed with its session, both or neither', async (store) => {
      await store.add(open('aaaaaaaaaa', 'p'), null);
      await store.add(open('bbbbbbbbbb', 'q'), null);
      const review = (reps: number): Review => ({
        due: 9,
        stability: 2.5,
        difficulty: 5,
        scheduledDays: 3,
        reps,
        lapses: 0,
        lastReview: 1,
      });
      const known: (number | undefined)[] = [];
      const reviewing = (session: Session, reviews: ReadonlyMap<string, Review>) => {
        known.push(reviews.get('i-0')?.reps);
        const reviewed = { item: 'i-0', review: review((reviews.get('i-0')?.reps ?? 0) + 1) };
        return { session: { ...session, startedAt: session.startedAt + 1 }, reviewed };
      };
      await Promise.all(['aaaaaaaaaa', 'aaaaaaaaaa', 'bbbbbbbbbb'].map((id) => store.change(id, reviewing)));
      expect(known).toEqual([undefined, 1, undefined]);
      await store.change('aaaaaaaaaa', (session, reviews) => ({ ...reviewing(session, reviews), session }));
      await store.change('aaaaaaaaaa', (session) => ({ session: { ...session }, reviewed: null }));
      expect(await store.reviews('p')).toEqual(new Map([['i-0', review(2)]]));
      expect((await store.reviews('q')).get('i-0')?.reps).toBe(1);
      expect((await store.reviews('__proto__')).size).toBe(0);
      await store.forget('p');
      expect((await store.reviews('p')).size).toBe(0);
      expect((await store.reviews('q')).size).toBe(1);
    });

    withStore('keeps one flag a person and item, settles them together, and none is lost', async (store) => {
      const flag = (person: string, item: string, reason: 'key' | 'law'): Flagged => ({
        outcome: 'flagged',
        flag: { item, campaign: null, person, reason, at: 1, settled: null },
      });
      const seen: number[] = [];
      const put = (person: string, item: string, reason: 'key' | 'law') =>
        store.flags.flag(person, (own) => {
          seen.push(own.length);
          return flag(person, item, reason);
        });
      await Promise.all([
        put('p', 'a', 'key'),
        put('p', 'b', 'key'),
        put('q', 'a', 'key'),
        put('p', 'a', 'law'),
      ]);
      expect(seen).toEqual([0, 1, 0, 2]);
      expect((await store.flags.flags()).map(({ person, item, reason }) => [person, item, reason])).toEqual([
        ['p', 'a', 'law'],
        ['p', 'b', 'key'],
        ['q', 'a', 'key'],
      ]);
      const settled = { at: 2, note: '改了', rejected: false };
      expect(await store.flags.settle('a', settled)).toBe(2);
      expect(await store.flags.settle('a', { ...settled, note: '又' })).toBe(0);
      expect(await store.flags.settle('none', settled)).toBe(0);
      await store.flags.flag('p', () => ({ outcome: 'too-many', flag: null }));
      await store.forget('p');
      expect(await store.flags.flags()).toMatchObject([
        { person: null, item: 'a', reason: 'law', settled },
        { person: null, item: 'b', settled: null },
        { person: 'q', item: 'a', settled },
      ]);
      await put('p', 'b', 'law');
      expect(seen.at(-1)).toBe(0);
      expect(await store.flags.flags()).toHaveLength(4);
    });

    withStore('forgets a person wholly and nobody else', async (store) => {
      await store.add(finishedSession('aaaaaaaaaa', 'p', [true]), null);
      await store.add(open('bbbbbbbbbb', 'p'), null);
      await store.add(finishedSession('cccccccccc', 'q', [false]), null);
      await store.forget('p');
      expect(await store.session('aaaaaaaaaa')).toBeNull();
      expect(await store.openSessions('p')).toEqual([]);
      expect(await store.finishedSessions('p', 5)).toEqual([]);
      expect(await store.standings('p', 5)).toMatchObject({
        first: [{ person: 'q', rank: 1 }],
        own: null,
        persons: 1,
      });
    });
  });
}
