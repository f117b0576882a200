import type { Item } from '../../src/quiz/bank-file.ts';

/** A valid item of a type; its first options are the keys. */
export function itemOf(id: string, rest: Partial<Item> = {}): Item {
  const type = rest.type ?? 'single';
  const options = type === 'judge' ? ['正确', '错误'] : ['甲', '乙', '丙', '丁'];
  return {
    id,
    type,
    book: 5,
    article: 1047,
    difficulty: 1,
    stem: `题目${id}？`,
    options,
    answer: type === 'multiple' ? [0, 2] : [0],
    explanation: '因为法律这样规定。',
    ...rest,
  };
}
