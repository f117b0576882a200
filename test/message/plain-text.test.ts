import { describe, expect, it } from 'vitest';
import { messageOf, type Paragraph, text } from '../../src/message/message.ts';
import { cardLines, marks, plainText } from '../../src/message/plain-text.ts';

const item = (content: string, cites: number[] = []): Paragraph => ({ kind: 'item', text: content, cites });
const note: Paragraph = { kind: 'note', text: '一般性信息。', cites: [] };
const card = { title: '公证', where: '公证处', fee: '二百元', phone: ['12348', '0531-1234567'] };

describe('plainText', () => {
  it('parts paragraphs by a blank line, keeps a list with the line that opens it, and prints marks', () => {
    const message = messageOf([
      text('可以。', [1]),
      text('有：', [2, 1]),
      item('甲；'),
      item('乙。', [2]),
      note,
    ]);
    expect(plainText(message)).toBe('可以。[1]\n\n有：[2][1]\n· 甲；\n· 乙。[2]\n\n一般性信息。');
  });

  it('puts the card before the closing note', () => {
    expect(plainText(messageOf([text('可以。'), note], { card }))).toBe(
      '可以。\n\n【公证】\n去哪里：公证处\n费用：二百元\n电话：12348、0531-1234567\n\n一般性信息。',
    );
    expect(plainText(messageOf([text('可以。')], { card }))).toMatch(/^可以。\n\n【公证】/);
  });

  it('can begin with a list, and be empty', () => {
    expect(plainText(messageOf([item('甲'), item('乙')]))).toBe('· 甲\n· 乙');
    expect(plainText(messageOf([]))).toBe('');
  });
});

it('cardLines leaves out what the card does not say', () => {
  expect(cardLines({ title: '公证', phone: [] })).toEqual([]);
  expect(cardLines({ ...card, next: '先打电话' }).map(([label]) => label)).toEqual([
    '去哪里',
    '费用',
    '电话',
    '下一步',
  ]);
});

it('marks numbers the sources', () => {
  expect(marks([1, 12])).toBe('[1][12]');
  expect(marks([])).toBe('');
});
