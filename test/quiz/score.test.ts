import { expect, it } from 'vitest';
import { spokenTime } from '../../src/message/spoken-time.ts';
import { pointsOf, type Result, rankPersons } from '../../src/quiz/score.ts';

const result = (right: number, tookMs: number, total = 20): Result => ({
  right,
  total,
  tookMs,
  finishedAt: 0,
});

it('ranks by share right, then by time; equals share a rank and the next is skipped', () => {
  const ranked = rankPersons(
    new Map([
      ['slow', result(18, 900)],
      ['best', result(19, 5000)],
      ['quick', result(18, 300)],
      ['quick too', result(18, 300)],
      ['half of less', result(5, 1, 10)],
    ]),
  );
  expect(ranked.map(({ person, rank }) => [person, rank])).toEqual([
    ['best', 1],
    ['quick', 2],
    ['quick too', 2],
    ['slow', 4],
    ['half of less', 5],
  ]);
});

it('gives points of a hundred', () => {
  expect(pointsOf(result(17, 0))).toBe(85);
  expect(pointsOf(result(1, 0, 3))).toBe(33);
});

it.each([
  [100, '1秒'],
  [59_600, '1分'],
  [192_000, '3分12秒'],
  [3_720_000, '1小时2分'],
  [3_600_000, '1小时'],
])('says %i ms as %s', (ms, words) => {
  expect(spokenTime(ms)).toBe(words);
});
