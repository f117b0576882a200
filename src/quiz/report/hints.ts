import { endOf } from '../campaign/paper/deadline.ts';
import { fastAnswers, type Hint, identicalAnswers, likeDevices } from './anomalies.ts';
import type { Material, Taker } from './material.ts';
import { responsesOf, type SharedErrors, sharedErrors } from './shared-errors.ts';

/** Something to look into, with the persons whom it is about. */
export type NamedHint = { takers: Taker[] } & (
  | Hint
  | ({ kind: 'shared-errors' } & Omit<SharedErrors, 'persons'>)
);

export interface Hints {
  hints: NamedHint[];
  /** Pairs whose mistakes were compared, and persons in units too big for that. */
  compared: number;
  notCompared: number;
}

export function hintsOf({ campaign, now, takers, rulings }: Material): Hints {
  const byId = new Map(takers.map((taker) => [taker.id, taker]));
  const ended = takers.flatMap(({ attempts }) =>
    attempts.filter((attempt) => endOf(attempt, campaign, now) !== null),
  );
  const byAttempt = new Map(ended.map(({ id, participant }) => [id, byId.get(participant)!]));
  const devices = takers.flatMap(({ id, participant: { device } }) =>
    device === null ? [] : [{ device, participant: id }],
  );
  const units = new Map<string, Taker[]>();
  for (const taker of takers) {
    const { unit } = taker.participant;
    if (unit === null || taker.counted.length === 0) continue;
    const own = units.get(unit);
    if (own) own.push(taker);
    else units.set(unit, [taker]);
  }
  const mistakes = sharedErrors(
    [...units.values()].map((own) =>
      own.map(({ id, counted }) =>
        responsesOf(
          id,
          counted.map(({ attempt }) => attempt),
          rulings,
        ),
      ),
    ),
  );
  const named = [...identicalAnswers(ended, rulings), ...fastAnswers(ended), ...likeDevices(devices)].map(
    (hint): NamedHint => {
      const of =
        hint.kind === 'like-devices'
          ? hint.participants.map((id) => byId.get(id)!)
          : (hint.kind === 'fast-answers' ? [hint.attempt] : hint.attempts).map((id) => byAttempt.get(id)!);
      return { ...hint, takers: [...new Set(of)] };
    },
  );
  return {
    hints: [
      ...named,
      ...mistakes.pairs.map(
        ({ persons, ...rest }): NamedHint => ({
          kind: 'shared-errors',
          ...rest,
          takers: persons.map((id) => byId.get(id)!),
        }),
      ),
    ],
    compared: mistakes.compared,
    notCompared: mistakes.notCompared,
  };
}
