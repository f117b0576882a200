import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBank } from '../../src/quiz/bank.ts';
import { handIn } from '../../src/quiz/campaign/paper/answering.ts';
import { writePaper } from '../../src/quiz/campaign/paper/attempt.ts';
import { scoreOf } from '../../src/quiz/campaign/paper/marking.ts';
import { drawPaper, poolOf, randomOf } from '../../src/quiz/campaign/paper/paper.ts';
import { ruleEvent } from '../../src/quiz/campaign/paper/regrade.ts';
import { type ScoreEvent, scoreEventSchema } from '../../src/quiz/campaign/paper/score-event.ts';
import { createAttempts } from '../../src/store/attempts.ts';
import { answerItem, bankItems, campaignOf, opening } from '../fakes/campaign.ts';

const bank = createBank(bankItems(1));
const campaign = campaignOf();
const ids = ['aaaaaaaaaa', 'bbbbbbbbbb'];
const begun = (attempt: string): ScoreEvent & { type: 'begin' } => ({
  type: 'begin',
  at: opening,
  campaign: campaign.id,
  attempt,
  participant: attempt,
  level: 1,
  number: 1,
  paper: writePaper(drawPaper(campaign, poolOf(campaign, bank), new Set(), randomOf(attempt))),
});

/** A store whose ledger is a list. */
function open() {
  const events: ScoreEvent[] = [];
  const done = async (): Promise<void> => {};
  const ledger = { add: (event: ScoreEvent) => events.push(event), commit: done, settled: done, close: done };
  return { events, store: createAttempts().store(ledger as never) };
}

it('comes to the same attempts, rulings and scores by the replay of its ledger', async () => {
  const n = fc.integer({ min: 0, max: 4 });
  const attempt = fc.constantFrom(...ids);
  const doing = fc.oneof(
    { weight: 20, arbitrary: fc.record({ what: fc.constant('answer'), attempt, n, right: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('hand-in'), attempt }) },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant('rule'),
        attempt,
        n,
        key: fc.constantFrom(null, [0], [1], [0, 2]),
      }),
    },
  ) as fc.Arbitrary<{ what: string; attempt: string; n: number; right: boolean; key: number[] | null }>;
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 40, size: 'max' }), async (all) => {
      const { events, store } = open();
      const ruled = new Map<string, number[] | null>();
      for (const id of ids) await store.begin(id, () => ({ outcome: 'begun', event: begun(id) }));
      for (const [i, { what, attempt: id, n, right, key }] of all.entries()) {
        const setting = { campaign, bank, now: opening + i };
        if (what === 'answer') await store.change(id, (latest) => answerItem(latest, n, right, setting));
        else if (what === 'hand-in') await store.change(id, (latest) => handIn(latest, setting));
        else {
          const { item } = (await store.attempt(id))!.items[n]!;
          ruled.set(item, key);
          await store.rule(campaign.id, (attempts, rulings) =>
            ruleEvent(campaign.id, { item, key, reason: '更正' }, attempts, rulings, opening + i),
          );
        }
      }
      const again = createAttempts();
      for (const event of events) again.replay(scoreEventSchema.parse(JSON.parse(JSON.stringify(event))));
      const replayed = again.reading(async () => {});
      const rulings = await replayed.rulings(campaign.id);
      expect(rulings).toEqual(ruled);
      for (const id of ids) {
        const [before, after] = [(await store.attempt(id))!, (await replayed.attempt(id))!];
        expect(after).toEqual(before);
        expect(scoreOf(after, rulings)).toBe(scoreOf(before, rulings));
      }
    }),
    { numRuns: 60 },
  );
});

it('refuses to replay what no press can have made: an item graded twice, an attempt begun twice or never', () => {
  const attempts = createAttempts();
  const [id] = ids as [string];
  const answer: ScoreEvent = { type: 'answer', at: opening, attempt: id, n: 0, picked: '0', right: true };
  expect(() => attempts.replay(answer)).toThrow(RangeError);
  attempts.replay(begun(id));
  attempts.replay(answer);
  expect(() => attempts.replay(answer)).toThrow(RangeError);
  expect(() => attempts.replay({ type: 'miss', at: opening, attempt: id, n: 0 })).toThrow(RangeError);
  expect(() => attempts.replay({ ...answer, n: 5 })).toThrow(RangeError);
  expect(() => attempts.replay(begun(id))).toThrow(RangeError);
});
