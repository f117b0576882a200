import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markup } from '../../../src/channels/web/views/html.ts';
import { messageView } from '../../../src/channels/web/views/message.ts';
import { wordsOf } from '../../../src/channels/web/views/words.ts';
import { type Message, messageOf } from '../../../src/message/message.ts';
import { tagsOf, visibleText } from './markup.ts';

const shown = (message: Message): Promise<string> => markup(messageView(message, { now: 0, action: '/ask' }));
const signpost = (text: string): Message => messageOf([{ kind: 'signpost', text, cites: [] }]);
const calls = (html: string): string[] => [...html.matchAll(/href="tel:([^"]*)"/g)].map((match) => match[1]!);

test('no text changes the tags of a message', async () => {
  const of = (a: string, b: string) =>
    shown({
      paragraphs: [{ kind: 'text', text: a, cites: [1] }],
      sources: [{ passage: 'civil-code/1', title: b, law: a, article: 1, quote: a }],
      card: { title: b, where: a, phone: [] },
      buttons: [[{ label: b, action: 'command:help' }]],
      charts: [],
      countdown: null,
      field: null,
      generated: true,
    });
  const expected = tagsOf(await of('甲', '乙'));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"><script>', "' onclick='x", '&quot;>', '<!--', ']]>'),
  );
  await fc.assert(
    fc.asyncProperty(text, text, async (a, b) => {
      fc.pre(!/1\d{4}|96110/.test(a));
      expect(tagsOf(await of(a, b))).toEqual(expected);
    }),
  );
});

test('hostile actions and phones stay inside their attributes', async () => {
  const html = await shown(
    messageOf([], {
      card: { title: '卡', phone: ['javascript:alert(1)', '1" onclick="x'] },
      buttons: [[{ label: '钮', action: '"><script>alert(1)</script>' }]],
    }),
  );
  expect(html).not.toMatch(/<script|href="javascript|" onclick="x/);
});

test('an emergency offers to call each number it names, once; years and articles are no numbers', async () => {
  const html = await shown(
    signpost('请拨打110，受伤拨打120；家暴可打12338，再说一遍110。见第119条、120元。'),
  );
  expect(calls(html)).toEqual(['110', '120', '12338']);
});

test('a hotline in running text can be called, part of a longer number cannot', async () => {
  const say = (text: string) => shown(messageOf([{ kind: 'text', text, cites: [] }]));
  expect(calls(await say('可拨打12348免费咨询，110个小区'))).toEqual(['12348']);
  expect(calls(await say('编号123480、0531-12345、12345.6'))).toEqual([]);
});

test('buttons that only open a listed source are not shown twice; others open their page', async () => {
  const html = await shown({
    ...messageOf([{ kind: 'lead', text: '答', cites: [1] }]),
    sources: [{ passage: 'civil-code/1', title: '甲', law: '民法典', article: 1, quote: '' }],
    buttons: [
      [{ label: '[1] 第1条', action: 'passage:civil-code/1' }],
      [{ label: '相关：第2条', action: 'passage:civil-code/2' }],
    ],
  });
  expect(visibleText(html)).not.toContain('[1] 第1条');
  expect(html).toMatch(/href="\/p\/civil-code\/2"[^>]*>相关：第2条/);
});

test('neighbouring items are one list', async () => {
  const item = (text: string) => ({ kind: 'item' as const, text, cites: [] });
  const html = await shown(
    messageOf([item('一'), item('二'), { kind: 'text', text: '断', cites: [] }, item('三')]),
  );
  expect(html.match(/<ul/g)).toHaveLength(2);
  expect(html.match(/<li>/g)).toHaveLength(3);
});

test('the numbers of a 答题卡 are one grid however many, and none of them is the way on', async () => {
  const number = (n: number) => ({
    label: n === 1 ? '1 ✓' : `${n}`,
    action: `paper-item:abcdefghij:${n - 1}`,
  });
  const html = await shown(
    messageOf([], {
      buttons: [
        [1, 2, 3, 4, 5].map(number),
        [number(6)],
        [
          { label: '接着答', action: 'paper-item:abcdefghij:1' },
          { label: '交卷', action: 'paper-finish:abcdefghij:0' },
        ],
      ],
    }),
  );
  expect(html.match(/class="row[^"]*"/g)).toEqual(['class="row many"', 'class="row"']);
  expect(html).not.toContain('primary');
});

test('a unit that stands alone in its row is no more the way on than the others', async () => {
  const join = (label: string, n: number) => [{ label, action: `campaign-join:spring:${n}` }];
  const html = await shown(messageOf([], { buttons: [join('商河县', 3), join('不选单位，匿名参加', 0)] }));
  expect(html).not.toContain('primary');
  expect(await shown(messageOf([], { buttons: [join('我要参加', 0)] }))).toContain('class="primary"');
});

test('an item says where it stands in its bar, also where something is said before it', async () => {
  const html = await shown(
    messageOf(
      [
        { kind: 'text', text: '上一道题时间到了。', cites: [] },
        { kind: 'note', text: '第2/7题', cites: [] },
        { kind: 'lead', text: '题干', cites: [] },
      ],
      {
        countdown: { label: '离收卷还有', to: 60_000 },
        buttons: [[{ label: '正确', action: 'paper-choose:abcdefghij:1:0' }]],
      },
    ),
  );
  expect(html).toMatch(/<div class="clock"><p class="note">第2\/7题<\/p>/);
  expect(html.match(/第2\/7题/g)).toHaveLength(1);
});

test.each([
  ['春季民法典知识竞赛（示例）', '春季|民法典|知识|竞赛|（示例）|'],
  ['领导干部任前考法暨2026年度竞赛', '领导|干部任前|考法暨|2026年度|竞赛|'],
])('a headline breaks between words: %s', async (title, broken) => {
  const words = await Promise.all(wordsOf(title).map(markup));
  expect(words.join('').replaceAll('<wbr>', '|')).toBe(broken);
});
