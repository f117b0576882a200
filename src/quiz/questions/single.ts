import { isWholeKey, type QuestionType } from './question-type.ts';

/** 单选: one key among several options. */
export const single: QuestionType = {
  label: '单选',
  hint: '',
  shuffled: true,
  fewest: 1,
  problems: ({ options, answer }) => [
    ...(options.length < 3 ? ['a single item needs at least 3 options'] : []),
    ...(answer.length === 1 ? [] : ['a single item has exactly one key']),
  ],
  isRight: isWholeKey,
};
