import { type Passage, shortHash } from './passage.ts';

/**
 * Changes when what a passage says of the law changes, and only then: 要点, the rule, the example, the basis and the
 * day of the law. What only helps to find it (questions, related passages, headings) is added to all the time, and an
 * item written against the passage is as right after that as it was before.
 */
export function lawDigest({ gist, text, example, basis, asOf }: Passage): string {
  return shortHash(JSON.stringify([gist, text, example, basis, asOf]), 16);
}

/** By the ids of passages. */
export const lawDigests = (passages: readonly Passage[]): ReadonlyMap<string, string> =>
  new Map(passages.map((passage) => [passage.id, lawDigest(passage)]));
