/** Tokens left at a moment in milliseconds. */
export interface Bucket {
  tokens: number;
  at: number;
}

export interface Limit {
  /** Requests at once after a pause. */
  burst: number;
  perSecond: number;
}

/** Takes one token. `waitMs` is 0 where there was one. */
export function takeToken(
  bucket: Bucket | undefined,
  limit: Limit,
  now: number,
): { bucket: Bucket; waitMs: number } {
  const elapsed = bucket ? Math.max(0, now - bucket.at) / 1000 : 0;
  const tokens = bucket ? Math.min(limit.burst, bucket.tokens + elapsed * limit.perSecond) : limit.burst;
  return tokens >= 1
    ? { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 }
    : { bucket: { tokens, at: now }, waitMs: ((1 - tokens) / limit.perSecond) * 1000 };
}

/** A bucket for each key; the keys seen longest ago are forgotten. Gives milliseconds to wait, 0 to go on. */
export function createRateLimit(limit: Limit, mostKeys = 20_000): (key: string, now: number) => number {
  const buckets = new Map<string, Bucket>();
  return (key, now) => {
    const { bucket, waitMs } = takeToken(buckets.get(key), limit, now);
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value!);
    return waitMs;
  };
}
