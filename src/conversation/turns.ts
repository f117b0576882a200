import type { Turn } from '../answer/answer.ts';

const rememberedForMs = 30 * 60 * 1000;
const mostPeople = 10_000;

/**
 * The last turn of each person, in memory only, for half an hour: enough for a follow-up, nothing to leak.
 * Old turns are dropped as others speak.
 */
export function createTurns(now: () => Date) {
  /** The oldest first. */
  const turns = new Map<string, { turn: Turn; at: number }>();
  const dropOld = (): void => {
    for (const [person, { at }] of turns) {
      if (turns.size <= mostPeople && now().getTime() - at <= rememberedForMs) return;
      turns.delete(person);
    }
  };
  return {
    last(person: string): Turn | null {
      dropOld();
      return turns.get(person)?.turn ?? null;
    },
    remember(person: string, turn: Turn): void {
      turns.delete(person);
      turns.set(person, { turn, at: now().getTime() });
      dropOld();
    },
    forget(person: string): void {
      turns.delete(person);
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;
