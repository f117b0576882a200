import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyboard } from '../../../src/channels/telegram/keyboard.ts';
import { render as renderAt } from '../../../src/channels/telegram/render.ts';
import { split } from '../../../src/channels/telegram/split.ts';
import { type Message, messageOf, type Paragraph, text } from '../../../src/message/message.ts';
import { rules } from '../../fakes/bot-api-rules.ts';

const paragraph = (kind: Paragraph['kind'], words: string, cites: number[] = []): Paragraph => ({
  kind,
  text: words,
  cites,
});
const source = { passage: 'civil-code/1047', title: '最低婚龄', law: '民法典', article: 1047, quote: '' };

const render = (message: Message) => renderAt(message, Date.parse('2026-09-01T06:00:00Z'));

/** The words that bear a style. */
const styled = (message: Message, type: string): string[] => {
  const { text, entities } = render(message);
  return entities.filter((e) => e.type === type).map((e) => text.slice(e.offset, e.offset + e.length));
};

describe('render', () => {
  const message = messageOf(
    [
      paragraph('signpost', '请马上拨打110。'),
      paragraph('lead', '男方满二十二周岁。', [1]),
      text('要这些：'),
      paragraph('item', '身份证'),
      paragraph('item', '户口簿'),
      paragraph('note', '一般信息。'),
    ],
    {
      sources: [source],
      card: { title: '结婚登记', where: '民政局', phone: ['12345', '12348'] },
      charts: [{ title: '参加情况', bars: [{ label: '历下区', value: 4, text: '40%' }], most: 10 }],
      countdown: { label: '离收卷还有', to: Date.parse('2026-09-01T06:12:05Z') },
      field: { label: '邀请码', command: '/join', submit: '参加' },
      generated: true,
    },
  );

  it('lays out its parts in order, the time that is left last', () => {
    expect(render(message).text).toBe(
      [
        '请马上拨打110。',
        '男方满二十二周岁。[1]',
        '要这些：\n· 身份证\n· 户口簿',
        '参加情况\n████░░░░░░ 历下区 40%',
        '【结婚登记】\n去哪里：民政局\n电话：12345、12348',
        '依据\n[1] 民法典第1047条　最低婚龄',
        'AI生成',
        '一般信息。',
        '请发送：/join 邀请码',
        '⏳ 离收卷还有 12分5秒（到 14:12:05）',
      ].join('\n\n'),
    );
  });

  it('sets them apart by style', () => {
    expect(styled(message, 'blockquote')).toEqual(['请马上拨打110。']);
    expect(styled(message, 'bold')).toEqual(
      expect.arrayContaining(['男方满二十二周岁。', '参加情况', '去哪里：', '电话：']),
    );
    expect(styled(message, 'italic')).toEqual(['AI生成', '一般信息。']);
  });

  it('takes hostile words for words: no markup, no refusal', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ maxLength: 50 }).map((s) => `\ud800${s}\udc00`),
      fc.constantFrom('<b>x</b>', '*x* _y_ [z](tg://user?id=1)', '</blockquote>', '&lt;', '```'),
    );
    const kind = fc.constantFrom<Paragraph['kind']>('signpost', 'lead', 'text', 'item', 'note');
    const cites = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    const paragraphs = fc.array(fc.record({ kind, text: hostile, cites }), { maxLength: 40 });
    fc.assert(
      fc.property(paragraphs, hostile, hostile, (list, label, title) => {
        const message = messageOf(list, {
          buttons: [[{ label, action: 'begin:0' }]],
          card: { title, where: label, phone: [label] },
          sources: [{ ...source, title }],
          charts: [{ title, bars: [{ label, value: Number.NaN, text: title }], most: 0 }],
          countdown: { label, to: Date.parse('2027-09-01T06:12:05Z') },
          field: { label, command: '/join', submit: title },
        });
        const reply_markup = { inline_keyboard: keyboard(message) };
        for (const part of split(render(message))) {
          const payload = { chat_id: 1, ...part, reply_markup };
          expect(rules.sendMessage.safeParse(payload)).toMatchObject({ success: true });
        }
      }),
    );
    expect(render(messageOf([text('<b>x</b> *y*')]))).toEqual({ text: '<b>x</b> *y*', entities: [] });
  });
});

describe('keyboard', () => {
  const button = (label: string, action = 'begin:0') => ({ label, action });

  it('opens every source once', () => {
    const own = [[button('[1] 看第1047条', 'passage:civil-code/1047')]];
    expect(keyboard({ buttons: own, sources: [source] }).flat()).toHaveLength(1);
    expect(keyboard({ buttons: [], sources: [source] })).toEqual([
      [{ text: '[1] 最低婚龄', callback_data: 'passage:civil-code/1047' }],
    ]);
  });

  it('breaks rows over eight and cuts what is over a hundred', () => {
    const rows = keyboard({ buttons: [Array.from({ length: 130 }, (_, i) => button(`${i}`))], sources: [] });
    expect(Math.max(...rows.map((row) => row.length))).toBe(8);
    expect(rows.flat()).toHaveLength(100);
  });

  it('shortens long labels between characters', () => {
    const [[shortened] = []] = keyboard({ buttons: [[button('𠀀'.repeat(80))]], sources: [] });
    expect(shortened?.text).toMatch(/^𠀀+…$/u);
  });
});
