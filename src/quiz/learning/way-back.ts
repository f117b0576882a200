import { writeAction } from '../../message/action.ts';
import type { Button } from '../../message/message.ts';
import { openItem } from '../campaign/paper/attempt.ts';
import { endOf } from '../campaign/paper/deadline.ts';
import { reviewAction } from '../campaign/present/result.ts';
import type { History } from './history.ts';
import { phrases } from './phrases.ts';

type Met = Pick<History, 'open' | 'papers'>;

/** Whether the person has answered an item in practice, or had it on a paper. */
export const hasAnswered = (item: string, { traces, open, papers }: History): boolean =>
  traces.has(item) ||
  open.some(({ items }) => items.some((asked) => asked.item === item && asked.answer)) ||
  papers.some(({ attempt }) => attempt.items.some((asked) => asked.item === item));

/** Back to where the item was answered last: the paper, its review, or practice that is open; null for elsewhere. */
export function wayBack(item: string, { open, papers }: Met, now: number): Button | null {
  const paper = papers.findLast(({ attempt }) => attempt.items.some((asked) => asked.item === item));
  if (paper && endOf(paper.attempt, paper.campaign, now) === null)
    return {
      label: phrases.goOnAnswering,
      action: writeAction('paper-item', paper.attempt.id, openItem(paper.attempt) ?? 0),
    };
  const session = open.find(({ items }) => items.some((asked) => asked.item === item && asked.answer));
  if (session) return { label: phrases.goOnAnswering, action: writeAction('resume', session.id) };
  return paper ? { label: phrases.backToReview, action: reviewAction(paper.attempt, item) } : null;
}
