import { createRateLimit } from './rate-limit.ts';

/**
 * A person ticks and submits a brisk item in three seconds. Behind one address may be an office of 200 that sits an
 * exam, a press in two seconds each, and comes all at once when it opens; or somebody who makes a new cookie for each
 * request, and so is stopped as a newcomer. Questions cost a thousand times what a press does.
 */
const limits = {
  person: { burst: 30, perSecond: 2 },
  newcomers: { burst: 300, perSecond: 2 },
  turns: { burst: 600, perSecond: 200 },
  questions: { burst: 60, perSecond: 5 },
};
const mostKnown = 100_000;

/** Who comes, by what address, and whether the turn is a question. */
interface Comer {
  address: string;
  person: string;
  asks: boolean;
}

/** Who may have a turn. A person counts as new until this process has given them one. */
export function createAdmission() {
  const ofPerson = createRateLimit(limits.person, mostKnown);
  const [ofNewcomers, ofTurns, ofQuestions] = [limits.newcomers, limits.turns, limits.questions].map(
    (limit) => createRateLimit(limit),
  ) as [Take, Take, Take];
  const known = new Set<string>();
  type Take = ReturnType<typeof createRateLimit>;

  const remember = (person: string): void => {
    known.delete(person);
    known.add(person);
    if (known.size > mostKnown) known.delete(known.values().next().value!);
  };

  return {
    /** Milliseconds to wait, 0 to go on. */
    turn({ address, person, asks }: Comer, now: number): number {
      const wait =
        ofTurns(address, now) ||
        (known.has(person) ? 0 : ofNewcomers(address, now)) ||
        (asks ? ofQuestions(address, now) : 0);
      if (wait > 0) return wait;
      remember(person);
      return ofPerson(person, now);
    },
    /** As `turn`, for a page that is only looked at. */
    look: ofTurns,
  };
}
