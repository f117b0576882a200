import { isWholeKey, type QuestionType } from './question-type.ts';

/** 判断: right or wrong, always in this order. */
export const judge: QuestionType = {
  label: '判断',
  hint: '',
  shuffled: false,
  leastOptions: 2,
  fewest: 1,
  problems: ({ options, answer }) => [
    ...(options.join() === '正确,错误' ? [] : ['the options of a judge item are exactly [正确, 错误]']),
    ...(answer.length === 1 ? [] : ['a judge item has exactly one key']),
  ],
  isRight: isWholeKey,
};
