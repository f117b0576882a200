import { describe, expect, it } from 'vitest';
import { type Message, messageOf, type Paragraph, text } from '../../src/message/message.ts';
import { cardLines, marks, plainText as plainTextAt } from '../../src/message/plain-text.ts';

const item = (content: string, cites: number[] = []): Paragraph => ({ kind: 'item', text: content, cites });
const note: Paragraph = { kind: 'note', text: '一般性信息。', cites: [] };
const card = { title: '公证', where: '公证处', fee: '二百元', phone: ['12348', '0531-1234567'] };

const plainText = (message: Message): string => plainTextAt(message, Date.parse('2026-09-01T06:00:00Z'));

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

  it('prints charts after the text, and at the end what to send and the time that is left', () => {
    const message = messageOf([text('统计：'), note], {
      charts: [
        {
          title: '参加情况',
          bars: [
            { label: '历下区', value: 50, text: '全部参加' },
            { label: '市中\n区', value: 49, text: '98%' },
            { label: '槐荫区', value: 1, text: '2%' },
            { label: '天桥区', value: 0, text: '没有人' },
          ],
          most: 50,
        },
        { title: '没有数据', bars: [{ label: '长清区', value: 0, text: '–' }], most: 0 },
      ],
      countdown: { label: '离收卷还有', to: Date.parse('2026-09-01T06:12:05Z') },
      field: { label: '邀请码', command: '/join', submit: '参加' },
    });
    expect(plainText(message)).toBe(
      [
        '统计：',
        '参加情况\n██████████ 历下区 全部参加\n█████████░ 市中 区 98%\n█░░░░░░░░░ 槐荫区 2%\n░░░░░░░░░░ 天桥区 没有人',
        '没有数据\n░░░░░░░░░░ 长清区 –',
        '一般性信息。',
        '请发送：/join 邀请码',
        '离收卷还有 12分5秒（到 14:12:05）',
      ].join('\n\n'),
    );
  });

  it.each([
    ['2026-09-01T15:59:00Z', '离开赛还有 9小时59分（到 23:59）'],
    ['2026-09-01T16:00:00Z', '离开赛还有 10小时（到 9月2日 0:00）'],
    ['2026-09-04T01:00:00Z', '离开赛还有 2天19小时（到 9月4日 9:00）'],
    ['2026-12-31T16:00:00Z', '离开赛还有 121天10小时（到 2027年1月1日 0:00）'],
    ['2026-09-01T06:00:00Z', '时间到了，点一下按钮就能继续。'],
  ])('counts down to %s', (to, line) => {
    const countdown = { label: '离开赛还有', to: Date.parse(to) };
    expect(plainText(messageOf([], { countdown }))).toBe(line);
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
