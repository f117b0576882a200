import { isWholeKey, type QuestionType } from './question-type.ts';

/** 单选: one key among several options. */
export const single: QuestionType = {
  label: '单选',
  hint: '',
  shuffled: true,
  leastOptions: 3,
  fewest: 1,
  problems: ({ answer }) => [...(answer.length === 1 ? [] : ['a single item has exactly one key'])],
  isRight: isWholeKey,
};
