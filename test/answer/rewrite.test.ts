import { describe, expect, it } from 'vitest';
import { isFollowUp, joinTurns } from '../../src/answer/rewrite.ts';

describe('isFollowUp', () => {
  it.each([
    '那要多久',
    '如果他不还呢',
    '要什么材料',
    '它收费吗',
    '多少钱',
    '男方呢',
    '需要本人去吗？',
    '多久能有结果',
  ])('hears the turn before in %s', (text) => {
    expect(isFollowUp(text)).toBe(true);
  });

  it.each([
    '房东不退押金怎么办',
    '父母没留遗嘱，遗产怎么分',
    '法律援助怎么申请',
    '被狗咬了谁负责',
    '邻居漏水怎么办',
    '怎么办离婚手续',
    '欠条有效吗',
  ])('takes %s as a question of its own', (text) => {
    expect(isFollowUp(text)).toBe(false);
  });
});

it('joins a follow-up to the question before', () => {
  expect(joinTurns({ question: '法律援助怎么申请', passages: [] }, '那要多久')).toBe(
    '法律援助怎么申请 那要多久',
  );
});
