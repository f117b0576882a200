import type { Turn } from '../answer/answer.ts';

const rememberedForMs = 30 * 60 * 1000;
const mostPeople = 10_000;

/** The last turn of each person, in memory only, for half an hour: enough for a follow-up, nothing to leak. */
export function createTurns(now: () => Date) {
  const turns = new Map<string, Turn & { at: number }>();
  return {
    last(person: string): Turn | null {
      const turn = turns.get(person);
      return turn && now().getTime() - turn.at <= rememberedForMs ? turn : null;
    },
    remember(person: string, turn: Turn): void {
      turns.delete(person);
      turns.set(person, { ...turn, at: now().getTime() });
      if (turns.size > mostPeople) turns.delete(turns.keys().next().value!);
    },
    forget(person: string): void {
      turns.delete(person);
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;
