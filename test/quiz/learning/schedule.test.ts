import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Review, reviewSchema } from '../../../src/quiz/learning/review.ts';
import { afterReview, hasGraduated } from '../../../src/quiz/learning/schedule.ts';

const hour = 3600_000;
const day = 24 * hour;
const start = Date.parse('2026-03-02T09:00:00+08:00');

/** Reviews on the days they are due, at nine in the morning. */
function reviewed(rights: boolean[]): Review[] {
  const reviews: Review[] = [];
  for (const right of rights) {
    const before = reviews.at(-1) ?? null;
    reviews.push(afterReview(before, null, right, before ? before.due + 9 * hour : start));
  }
  return reviews;
}
const days = (rights: string): number[] =>
  reviewed([...rights].map((mark) => mark === '+')).map(({ scheduledDays }) => scheduledDays);

it('spaces reviews as FSRS-6 does with its own weights', () => {
  expect(days('++++')).toEqual([3, 14, 57, 196]);
  expect(days('-+++++')).toEqual([1, 3, 8, 22, 54, 124]);
  expect(days('+++-+++')).toEqual([3, 14, 57, 3, 8, 19, 42]);
  const [first, second] = reviewed([true, true]);
  expect(first).toMatchObject({ reps: 1, lapses: 0, lastReview: start, due: start - 9 * hour + 3 * day });
  expect(first!.stability).toBeCloseTo(2.3065, 4);
  expect(second!.stability).toBeCloseTo(13.827, 3);
});

it('lets an item go after four right answers in a row, not before', () => {
  expect(reviewed([true, true, true, true]).map(hasGraduated)).toEqual([false, false, false, true]);
  expect(reviewed([true, true, true, true, false]).map(hasGraduated).at(-1)).toBe(false);
});

it('counts days by the calendar of Shanghai: an evening and the morning after are a day apart', () => {
  const evening = afterReview(null, null, true, Date.parse('2026-03-02T21:00:00+08:00'));
  const morning = Date.parse('2026-03-05T07:00:00+08:00');
  expect(evening.due).toBe(Date.parse('2026-03-05T00:00:00+08:00'));
  const noon = afterReview(null, null, true, Date.parse('2026-03-02T12:00:00+08:00'));
  expect(afterReview(evening, null, true, morning).stability).toBe(
    afterReview(noon, null, true, morning + 5 * hour).stability,
  );
});

it('takes an item that was missed in practice since the last review for forgotten', () => {
  const known = reviewed([true, true, true]).at(-1)!;
  const now = known.lastReview + 20 * day;
  const missed = afterReview(known, known.lastReview + 10 * day, true, now);
  expect(missed).toMatchObject({ reps: known.reps + 2, lapses: known.lapses + 1 });
  expect(missed.scheduledDays).toBeLessThan(afterReview(known, null, true, now).scheduledDays);
  expect(afterReview(known, known.lastReview, true, now)).toEqual(afterReview(known, null, true, now));
});

it('never asks again before the next day, never shortens for a right answer, and is what it was given alone', () => {
  const step = fc.record({
    right: fc.boolean(),
    gap: fc.integer({ min: 0, max: 400 * day }),
    missed: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
      let before: Review | null = null;
      let now = start;
      for (const { right, gap, missed } of steps) {
        const missedAt = before && missed !== null ? Math.floor(now + missed * gap) : null;
        now += gap;
        const after = afterReview(before, missedAt, right, now);
        expect(reviewSchema.parse(after)).toEqual(after);
        expect(after.due).toBeGreaterThan(now);
        expect((after.due + 8 * hour) % day).toBe(0);
        if (right && before && missedAt === null)
          expect(after.scheduledDays).toBeGreaterThanOrEqual(before.scheduledDays);
        expect(afterReview(before, missedAt, right, now)).toEqual(after);
        before = after;
      }
    }),
  );
});

it('stands a clock that was set back', () => {
  const [before] = reviewed([true]);
  const after = afterReview(before!, null, true, start - 5 * day);
  expect(after.lastReview).toBe(start);
  expect(after.due).toBeGreaterThan(start);
});
