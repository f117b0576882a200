import { variance } from './distribution.ts';
import type { Mark } from './item-analysis.ts';

/** How far the score of the paper would be the same on another paper of its kind. */
export type Reliability =
  /** `error`: the standard error of measurement s√(1−α), points. */
  | { kind: 'alpha'; alpha: number; error: number; items: number; persons: number }
  /** Not everybody had the same items, so that there is no one paper to speak of. */
  | { kind: 'drawn'; fewest: number; most: number; pool: number }
  | { kind: 'too-few'; persons: number }
  /** Everybody has the same score. */
  | { kind: 'no-spread' };

/** Below this many persons the coefficient is mostly chance. */
const fewest = 30;

/**
 * Cronbach's alpha, k/(k−1)·(1 − Σ variance of item / variance of score) (L. Cronbach 1951, Coefficient alpha and the
 * internal structure of tests, Psychometrika 16, 297–334). For items that are right or wrong it is Kuder and
 * Richardson's formula 20. It asks that everybody had the same items.
 * @param papers marks of each person, items that are void left out
 */
export function reliabilityOf(papers: readonly (readonly Mark[])[]): Reliability {
  const items = papers.map((paper) => new Map(paper.map(({ item, points }) => [item, points])));
  const first = items[0] ?? new Map<string, number>();
  const same = items.every(
    (own) => own.size === first.size && [...first.keys()].every((item) => own.has(item)),
  );
  if (!same) {
    const sizes = papers.map(({ length }) => length);
    const pool = new Set(papers.flatMap((paper) => paper.map(({ item }) => item))).size;
    return { kind: 'drawn', fewest: least(sizes), most: -least(sizes.map((size) => -size)), pool };
  }
  if (papers.length < fewest || first.size < 2) return { kind: 'too-few', persons: papers.length };
  const k = first.size;
  const parts = [...first.keys()].reduce(
    (sum, item) => sum + variance(items.map((own) => own.get(item)!))!,
    0,
  );
  const whole = variance(papers.map((paper) => paper.reduce((sum, { points }) => sum + points, 0)))!;
  if (whole === 0) return { kind: 'no-spread' };
  const alpha = (k / (k - 1)) * (1 - parts / whole);
  return {
    kind: 'alpha',
    alpha,
    error: Math.sqrt(whole * Math.max(0, 1 - alpha)),
    items: k,
    persons: papers.length,
  };
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
