import type { Bank } from '../bank.ts';
import { books } from '../books.ts';
import type { Trace } from './answered.ts';
import { dueEntries, type Entry } from './wrong-book.ts';

/** How far a person has come with a book, in items of the bank. */
export interface BookStep {
  /** From 1. */
  book: number;
  title: string;
  items: number;
  seen: number;
  /** Answered right the last time they were asked. */
  right: number;
  /** Answered right the last time, and no review of them is due. */
  mastered: number;
  due: number;
}

/** The share of a book's items from which it counts as learnt. */
const learntFrom = 0.8;

/** 学习路径: a step for each book that the bank has items of, in order. */
export function pathOf(
  bank: Bank,
  traces: ReadonlyMap<string, Trace>,
  wrong: readonly Entry[],
  now: number,
): BookStep[] {
  const due = new Set(dueEntries(wrong, now).map(({ item }) => item.id));
  return books.flatMap(({ number, title }) => {
    const ids = bank.items.flatMap(({ id, book }) => (book === number ? [id] : []));
    const right = ids.filter((id) => traces.get(id)?.right);
    const step: BookStep = {
      book: number,
      title,
      items: ids.length,
      seen: ids.filter((id) => traces.has(id)).length,
      right: right.length,
      mastered: right.filter((id) => !due.has(id)).length,
      due: ids.filter((id) => due.has(id)).length,
    };
    return ids.length > 0 ? [step] : [];
  });
}

export const isLearnt = ({ mastered, items }: BookStep): boolean => mastered >= learntFrom * items;

/** The first book that is not learnt yet; null where all are. */
export const nextStep = (path: readonly BookStep[]): BookStep | null =>
  path.find((step) => !isLearnt(step)) ?? null;
