import { describe, expect, it } from 'vitest';
import { questionKinds, questionType } from '../../../src/quiz/questions/index.ts';
import { itemOf } from '../../fakes/items.ts';

describe.each(questionKinds)('question type %s', (kind) => {
  const type = questionType(kind);
  const item = itemOf('a', { type: kind });

  it('accepts a valid item and gives the point for the whole key only', () => {
    expect(type.problems(item)).toEqual([]);
    expect(type.isRight(item, item.answer)).toBe(true);
    expect(type.isRight(item, [...item.answer].reverse())).toBe(true);
    expect(type.isRight(item, [])).toBe(false);
    expect(type.isRight(item, [1])).toBe(false);
    expect(type.isRight(item, [...item.answer, 1].sort())).toBe(false);
    if (item.answer.length > 1) expect(type.isRight(item, item.answer.slice(1))).toBe(false);
  });

  it('refuses the wrong number of keys', () => {
    expect(type.problems({ ...item, answer: kind === 'multiple' ? [0] : [0, 1] })).toHaveLength(1);
  });
});

it('refuses judge items whose options are in another order', () => {
  expect(questionType('judge').problems({ options: ['错误', '正确'], answer: [0] })).toHaveLength(1);
});
