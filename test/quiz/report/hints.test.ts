import { expect, it } from 'vitest';
import { createBank } from '../../../src/quiz/bank.ts';
import type { Attempt } from '../../../src/quiz/campaign/paper/attempt.ts';
import { hintsOf } from '../../../src/quiz/report/hints.ts';
import { bankItems, campaignOf } from '../../fakes/campaign.ts';
import { copied, honestAttempt, personId } from '../../fakes/examinees.ts';
import { seeded } from '../../fakes/quiz.ts';
import { inUnit, materialOf } from './fixtures.ts';

const bank = createBank(bankItems(2));
const campaign = campaignOf({
  paper: {
    size: 50,
    draw: [
      { type: 'single', count: 40, points: 2 },
      { type: 'multiple', count: 10, points: 2 },
    ],
  },
});

/** Forty honest persons of two units, each on a device of their own, and what is planted among them. */
async function hintsWith(plant: (attempts: Attempt[]) => void = () => {}, shared: number[] = []) {
  const random = seeded(11);
  const participants = Array.from({ length: 40 }, (_, i) =>
    inUnit(personId(i), i < 20 ? '甲' : '乙', { device: shared.includes(i) ? 'one' : `of ${i}` }),
  );
  const attempts = participants.map(({ id }) => honestAttempt(campaign, bank, id, random, -0.3));
  plant(attempts);
  const { hints, compared } = hintsOf(await materialOf(campaign, { participants, attempts, bank }));
  expect(compared).toBe(2 * 190);
  return hints.map(({ kind, takers }) => [kind, takers.map(({ id }) => Number(id.slice(1)))]);
}

it('are none where everybody answers by themselves', async () => {
  expect(await hintsWith()).toEqual([]);
});

it('name the persons of what is planted, and nobody else', async () => {
  const found = await hintsWith(
    (attempts) => {
      attempts[3] = copied({ ...attempts[3]!, items: attempts[1]!.items }, attempts[1]!);
      attempts[25] = copied(attempts[25]!, attempts[22]!);
      const { startedAt, items } = attempts[30]!;
      const fast = items.map((asked, n) => ({
        ...asked,
        answer: { right: true, at: startedAt + 9000 + 300 * n },
      }));
      attempts[30] = { ...attempts[30]!, items: fast };
    },
    [35, 36, 37],
  );
  expect(found).toEqual([
    ['identical-answers', [1, 3]],
    ['fast-answers', [30]],
    ['like-devices', [35, 36, 37]],
    ['shared-errors', [1, 3]],
    ['shared-errors', [22, 25]],
  ]);
});
