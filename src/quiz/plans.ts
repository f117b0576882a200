import { books } from './books.ts';
import type { Plan } from './draw.ts';

/** 一套题: every book has two or three of its twenty items. */
export const paperPlan: Plan = {
  size: 20,
  books: books.map(({ number }) => number),
  kinds: { single: 10, multiple: 5, judge: 5 },
  difficulties: { 1: 8, 2: 8, 3: 4 },
};

/** 练习: ten items of one book, rather easier than a paper. */
export const practicePlan = (book: number): Plan => ({
  size: 10,
  books: [book],
  kinds: { single: 5, multiple: 2, judge: 3 },
  difficulties: { 1: 5, 2: 4, 3: 1 },
});
