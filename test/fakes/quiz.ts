import { createRandom, type Random } from '../../src/quiz/random.ts';
import type { Session } from '../../src/quiz/session.ts';

export const seeded = (seed: number): Random => createRandom([seed, 2, 3, 4]);

/** A finished session in which each item is right or not. */
export function finishedSession(
  id: string,
  person: string,
  rights: boolean[],
  rest: Partial<Session> = {},
): Session {
  return {
    id,
    person,
    mode: 'paper',
    book: null,
    items: rights.map((right, i) => ({
      item: `i-${i}`,
      order: [0, 1],
      picked: [0],
      answer: { right, at: 2000 },
    })),
    startedAt: 1000,
    finishedAt: 2000,
    ...rest,
  };
}
