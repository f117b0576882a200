import type { Attempt } from './attempt.ts';
import { writeOptions } from './attempt.ts';
import { type Rulings, scoreOf } from './marking.ts';
import type { RuleEvent } from './score-event.ts';

/** What is ruled of an item: null voids it, options (indexes from 0, ascending) are its key from now on. */
export interface Ruling {
  item: string;
  key: readonly number[] | null;
  reason: string;
}

/** A score that a ruling changes. */
export interface Change {
  attempt: string;
  before: number;
  after: number;
}

/**
 * What a ruling does to every score. Rulings are kept beside the answers, which stay as they were given: a ruling can
 * be put right by another, and the last one on an item holds.
 */
export function regrade(
  attempts: Iterable<Attempt>,
  rulings: Rulings,
  { item, key }: Pick<Ruling, 'item' | 'key'>,
): { rulings: Rulings; changes: Change[] } {
  const ruled = new Map(rulings).set(item, key);
  const changes: Change[] = [];
  for (const attempt of attempts) {
    const before = scoreOf(attempt, rulings);
    const after = scoreOf(attempt, ruled);
    if (before !== after) changes.push({ attempt: attempt.id, before, after });
  }
  return { rulings: ruled, changes };
}

/** The ruling as the ledger keeps it; null where the same ruling holds already. */
export function ruleEvent(
  campaign: string,
  ruling: Ruling,
  attempts: readonly Attempt[],
  rulings: Rulings,
  now: number,
): RuleEvent | null {
  const key = ruling.key === null ? null : writeOptions(ruling.key);
  const before = rulings.get(ruling.item);
  if (before !== undefined && (before === null ? null : writeOptions(before)) === key) return null;
  const { changes } = regrade(attempts, rulings, ruling);
  return {
    type: 'rule',
    at: now,
    campaign,
    item: ruling.item,
    key,
    reason: ruling.reason,
    changed: changes.length,
    points: changes.reduce((sum, change) => sum + change.after - change.before, 0),
  };
}
