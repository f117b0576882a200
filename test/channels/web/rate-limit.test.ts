import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit, takeToken } from '../../../src/channels/web/rate-limit.ts';

const limit = { burst: 3, perSecond: 2 };

test('a burst goes through, the next waits for a token, and tokens come back with time', () => {
  const take = createRateLimit(limit);
  expect([0, 0, 0].map((now) => take('a', now))).toEqual([0, 0, 0]);
  expect(take('a', 0)).toBe(500);
  expect(take('b', 0)).toBe(0);
  expect(take('a', 499)).toBeGreaterThan(0);
  expect(take('a', 500)).toBe(0);
});

test('memory is bounded: the key seen longest ago is forgotten', () => {
  const take = createRateLimit({ burst: 1, perSecond: 0.001 }, 2);
  take('a', 0);
  take('b', 0);
  expect(take('a', 1)).toBeGreaterThan(0);
  take('c', 2);
  expect(take('a', 3)).toBeGreaterThan(0);
  expect(take('b', 4)).toBe(0);
});

test('never more than the burst and the rate allow, whatever the timing, even when the clock goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 3000 }), { maxLength: 60 }), (steps) => {
      let now = 1_000_000;
      let latest = now;
      let bucket: Parameters<typeof takeToken>[0];
      let granted = 0;
      let forward = 0;
      for (const step of steps) {
        now += step;
        const taken = takeToken(bucket, limit, now);
        forward += Math.max(0, now - latest);
        latest = now;
        bucket = taken.bucket;
        if (taken.waitMs === 0) granted += 1;
      }
      expect(granted).toBeLessThanOrEqual(limit.burst + (forward / 1000) * limit.perSecond + 1e-6);
    }),
  );
});
