import type { AttemptItem } from '../campaign/paper/attempt.ts';
import { pointsOf, type Rulings } from '../campaign/paper/marking.ts';
import type { Mark } from './item-analysis.ts';
import type { Taker } from './material.ts';

/** Items of the papers that count, over all levels, those that are void left out: they tell nothing of anybody. */
export const askedOf = ({ counted }: Taker, rulings: Rulings): AttemptItem[] =>
  counted.flatMap(({ attempt }) => attempt.items.filter(({ item }) => rulings.get(item) !== null));

/** One paper of a person for analysis. An item that was left open has no points. */
export const marksOf = (taker: Taker, rulings: Rulings): Mark[] =>
  askedOf(taker, rulings).map((asked) => ({
    item: asked.item,
    points: pointsOf(asked, rulings),
    maximum: asked.points,
  }));
