import { isWholeKey, type QuestionType } from './question-type.ts';

/** 多选: two keys or more; the point is earned by the whole key only. */
export const multiple: QuestionType = {
  label: '多选',
  hint: '至少选两项，选好后点“提交”；多选、少选、错选都不得分。',
  shuffled: true,
  leastOptions: 3,
  fewest: 2,
  problems: ({ answer }) => [...(answer.length < 2 ? ['a multiple item has at least two keys'] : [])],
  isRight: isWholeKey,
};
