import type { Item } from './bank-file.ts';
import type { Finding } from './finding.ts';
import { questionKinds, questionType } from './questions/index.ts';

/** Fewer items than this say nothing about a habit. */
const enough = 12;

/**
 * 95 % quantiles of the chi-square distribution by degrees of freedom
 * (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4).
 */
const critical = [Number.NaN, 3.841, 5.991, 7.815, 9.488, 11.07, 12.592, 14.067];

/**
 * Types of a file whose keys favour a letter: Pearson's chi-square test against equal shares at the 5 % level,
 * among the items of a type that have one key and the commonest number of options. Shuffled types
 * hide such a habit from citizens but not from an exported paper.
 */
export function findImbalance(file: string, items: readonly Item[]): Finding[] {
  return questionKinds.flatMap((kind) => {
    const keyed = items.filter((item) => item.type === kind && item.answer.length === 1);
    const options = commonest(keyed.map((item) => item.options.length));
    const same = keyed.filter((item) => item.options.length === options);
    if (same.length < enough) return [];
    const counts = Array.from(
      { length: options },
      (_, key) => same.filter((item) => item.answer[0] === key).length,
    );
    const expected = same.length / options;
    const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    if (!(statistic > critical[options - 1]!)) return [];
    const shares = counts.map((count, key) => `${String.fromCharCode(65 + key)} ${count}`).join(', ');
    const message = `the keys of the ${questionType(kind).label} items favour a letter: ${shares} of ${same.length}`;
    return [{ severity: 'warning' as const, rule: 'balance' as const, file, line: 1, item: null, message }];
  });
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
