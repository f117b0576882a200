import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBank } from '../../src/quiz/bank.ts';
import { resultOf } from '../../src/quiz/score.ts';
import {
  beginSession,
  choose,
  currentIndex,
  type Session,
  type Step,
  sessionSchema,
  submit,
  toggle,
} from '../../src/quiz/session.ts';
import { itemOf } from '../fakes/items.ts';
import { seeded } from '../fakes/quiz.ts';

const items = [itemOf('s'), itemOf('m', { type: 'multiple' }), itemOf('j', { type: 'judge' })];
const bank = createBank(items);
const begun = (seed = 1): Session =>
  beginSession({ person: 'p', mode: 'paper', book: null }, items, 1000, seeded(seed));
/** The place at which a session shows an option. */
const placeOf = (session: Session, n: number, option: number): number =>
  session.items[n]!.order.indexOf(option);

describe('session', () => {
  it('is answered item by item, each once, and then finished by the server’s clock', () => {
    let session = begun();
    const first = choose(session, 0, placeOf(session, 0, 0), bank, 2000);
    expect(first.outcome).toBe('recorded');
    session = first.session;
    expect(session.items[0]!.answer).toEqual({ right: true, at: 2000 });
    expect(choose(session, 0, placeOf(session, 0, 1), bank, 2001)).toEqual({
      session,
      outcome: 'already-answered',
    });

    session = toggle(session, 1, placeOf(session, 1, 2), bank).session;
    expect(submit(session, 1, bank, 2500)).toEqual({ session, outcome: 'too-few' });
    session = toggle(session, 1, placeOf(session, 1, 1), bank).session;
    session = toggle(session, 1, placeOf(session, 1, 1), bank).session;
    session = toggle(session, 1, placeOf(session, 1, 0), bank).session;
    expect(session.items[1]!.picked).toEqual([0, 2]);
    session = submit(session, 1, bank, 3000).session;
    expect(submit(session, 1, bank, 3001).outcome).toBe('already-answered');
    expect(toggle(session, 1, 0, bank).outcome).toBe('already-answered');
    expect(session.finishedAt).toBeNull();

    session = choose(session, 2, 1, bank, 4000).session;
    expect(session.finishedAt).toBe(4000);
    expect(resultOf({ ...session, finishedAt: 4000 })).toEqual({
      right: 2,
      total: 3,
      tookMs: 3000,
      finishedAt: 4000,
    });
  });

  it.each<[string, (session: Session) => Step, Step['outcome']]>([
    ['a later item', (session) => choose(session, 2, 0, bank, 1), 'not-current'],
    ['an item beyond the last', (session) => choose(session, 3, 0, bank, 1), 'not-current'],
    ['an option beyond the last', (session) => choose(session, 0, 4, bank, 1), 'invalid-option'],
    ['a toggle of a single item', (session) => toggle(session, 0, 0, bank), 'invalid-option'],
    ['a submit of a single item', (session) => submit(session, 0, bank, 1), 'invalid-option'],
    ['an item that has left the bank', (session) => choose(session, 0, 0, createBank([]), 1), 'withdrawn'],
    [
      'an item with other options',
      (session) => choose(session, 0, 0, createBank([itemOf('s', { options: ['甲', '乙', '丙'] })]), 1),
      'withdrawn',
    ],
  ])('refuses %s', (_, act, outcome) => {
    const session = begun();
    expect(act(session)).toEqual({ session, outcome });
    expect(act(session).session).toBe(session);
  });

  it('refuses one press for an item with several keys', () => {
    const session = choose(begun(), 0, 0, bank, 1).session;
    expect(choose(session, 1, 0, bank, 2).outcome).toBe('invalid-option');
  });
});

describe('any presses in any order', () => {
  const press = fc.record({
    kind: fc.constantFrom('choose', 'toggle', 'submit'),
    n: fc.integer({ min: 0, max: 4 }),
    place: fc.integer({ min: 0, max: 5 }),
  });
  const apply = (
    session: Session,
    { kind, n, place }: { kind: string; n: number; place: number },
    now: number,
  ): Step => {
    if (kind === 'choose') return choose(session, n, place, bank, now);
    return kind === 'toggle' ? toggle(session, n, place, bank) : submit(session, n, bank, now);
  };
  const play = (start: Session, presses: { kind: string; n: number; place: number }[]): Step[] => {
    const steps: Step[] = [];
    for (const [i, each] of presses.entries())
      steps.push(apply(steps.at(-1)?.session ?? start, each, 1001 + i));
    return steps;
  };
  /** Every option of every item pressed once, and submitted, in order: enough to finish from anywhere. */
  const sweep = [0, 1, 2].flatMap((n) => [
    ...[0, 1, 2, 3].flatMap((place) => ['choose', 'toggle'].map((kind) => ({ kind, n, place }))),
    { kind: 'submit', n, place: 0 },
    ...[0, 1].map((place) => ({ kind: 'toggle', n, place })),
    { kind: 'submit', n, place: 0 },
  ]);

  it('grade nothing twice, keep what is answered, end by themselves and replay to the same score', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(press, { maxLength: 80 }), (seed, presses) => {
        const start = begun(seed);
        let before = start;
        let recorded = 0;
        for (const { session, outcome } of play(start, presses)) {
          if (outcome === 'recorded') recorded += 1;
          if (outcome !== 'recorded' && outcome !== 'toggled') expect(session).toBe(before);
          before.items.forEach((asked, n) => {
            if (asked.answer) expect(session.items[n]).toEqual(asked);
          });
          expect(() => sessionSchema.parse(session)).not.toThrow();
          before = session;
        }
        expect(recorded).toBe(currentIndex(before));
        expect(before.finishedAt !== null).toBe(recorded === items.length);
        expect(before.items.filter(({ answer }) => answer?.right).length).toBeLessThanOrEqual(recorded);
        expect(play(begun(seed), presses).at(-1)?.session ?? begun(seed)).toEqual(before);
        expect(play(before, sweep).at(-1)!.session.finishedAt).not.toBeNull();
      }),
    );
  });
});
