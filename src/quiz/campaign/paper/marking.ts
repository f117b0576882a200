import { isWholeKey } from '../../questions/question-type.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** What an admin has ruled on items: another key, or null for void. Options as the bank lists them, from 0. */
export type Rulings = ReadonlyMap<string, readonly number[] | null>;

/**
 * Points of one item. Void gives them to everybody who was asked (送分): nobody is worse off for a flawed item, and
 * the maximum stays what the pass mark was set against.
 */
export function pointsOf(asked: AttemptItem, rulings: Rulings): number {
  return isRight(asked, rulings) ? asked.points : 0;
}

export function isRight(asked: AttemptItem, rulings: Rulings): boolean {
  const ruled = rulings.get(asked.item);
  if (ruled === null) return true;
  if (!asked.answer) return false;
  return ruled === undefined ? asked.answer.right : isWholeKey({ options: [], answer: ruled }, asked.picked);
}

export const scoreOf = ({ items }: Pick<Attempt, 'items'>, rulings: Rulings): number =>
  items.reduce((sum, asked) => sum + pointsOf(asked, rulings), 0);

export const fullMarksOf = ({ items }: Pick<Attempt, 'items'>): number =>
  items.reduce((sum, { points }) => sum + points, 0);
