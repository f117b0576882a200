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
const mostPersons = 100_000;

/** Who comes, by what address, whether they have been given a cookie before, and whether the turn is a question. */
interface Comer {
  address: string;
  person: string;
  known: boolean;
  asks: boolean;
}

/** Who may have a turn. */
export function createAdmission() {
  const ofPerson = createRateLimit(limits.person, mostPersons);
  const ofNewcomers = createRateLimit(limits.newcomers);
  const ofTurns = createRateLimit(limits.turns);
  const ofQuestions = createRateLimit(limits.questions);

  return {
    /** Milliseconds to wait, 0 to go on. */
    turn: ({ address, person, known, asks }: Comer, now: number): number =>
      ofTurns(address, now) ||
      (known ? 0 : ofNewcomers(address, now)) ||
      (asks ? ofQuestions(address, now) : 0) ||
      ofPerson(person, now),
    /** As `turn`, for a page that is only looked at. */
    look: ofTurns,
  };
}
