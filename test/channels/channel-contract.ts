import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { passageHeading } from '../../src/knowledge/passage.ts';
import { type Message, messageOf, type SentFile, text } from '../../src/message/message.ts';
import { phrases } from '../../src/message/phrases.ts';
import { cardLines } from '../../src/message/plain-text.ts';

/** A message as a person meets it in a channel. */
interface Shown {
  /** Every word there is to read, in order; layout and white space are the channel's own. */
  text: string;
  /** Labels of what can be pressed besides citations, in order. */
  buttons: string[];
}

/** How the contract uses a channel. Each `show` is a new message to a new person. */
export interface ChannelDriver {
  show(message: Message): Promise<Shown>;
  /** Opens source n, from 1, of the message shown last; gives the id of the passage that opened. */
  openCitation(n: number): Promise<string>;
  /** Presses a button of the message shown last by its place in `buttons`; gives the action that took effect. */
  press(index: number): Promise<string>;
  /** Types words where the field of the message shown last says; gives the text that arrives. */
  fill(words: string): Promise<string>;
  /** Hands a file to a new person; gives what this person has then, and the words that came with it. */
  hand(file: SentFile): Promise<{ name: string; bytes: Uint8Array; text: string }>;
  close(): Promise<void>;
}

/** Ids that a driver must be able to open. */
export const contractPassages = ['civil-code/1127', 'guide/notary/a1b2c3'] as const;

const answer: Message = {
  paragraphs: [
    { kind: 'signpost', text: '有危险请马上拨打110。', cites: [] },
    { kind: 'lead', text: '没有遗嘱的，配偶、子女、父母平分。', cites: [1] },
    { kind: 'text', text: '有下面情形的可以多分：', cites: [2, 1] },
    { kind: 'item', text: '生活有困难的；', cites: [] },
    { kind: 'item', text: '尽了主要赡养义务的。', cites: [2] },
    { kind: 'note', text: '以上是一般性法律信息。', cites: [] },
  ],
  sources: [
    { passage: contractPassages[0], title: '父母子女怎么继承', law: '民法典', article: 1127, quote: '' },
    { passage: contractPassages[1], title: '遗嘱公证怎么办', law: '公证法', article: null, quote: '' },
  ],
  card: {
    title: '遗嘱公证',
    where: '任何一家公证处',
    materials: '身份证、房产证',
    time: '十五个工作日',
    fee: '按件收费',
    next: '先打电话预约',
    phone: ['12348', '0531-12345678'],
  },
  buttons: [
    [{ label: '办事指南', action: 'command:services' }],
    [
      { label: '甲', action: 'choose:abcdefghij:3:0' },
      { label: '乙', action: 'choose:abcdefghij:3:1' },
    ],
  ],
  charts: [],
  countdown: null,
  field: null,
  generated: false,
};

const contest = messageOf([text('春季竞赛'), { kind: 'note', text: '以上是规则。', cites: [] }], {
  charts: [
    {
      title: '参加情况',
      bars: [
        { label: '历下区司法局', value: 42, text: '50人中42人' },
        { label: '市中区司法局', value: 0, text: '还没有人' },
      ],
      most: 50,
    },
    { title: '平均分', bars: [{ label: '历下区', value: 91.5, text: '91.5分' }], most: 100 },
  ],
  countdown: { label: '离收卷还有', to: Date.now() + 3 * 3600_000 },
  field: { label: '您的姓名', command: '/apply spring 3', submit: '提交' },
  buttons: [[{ label: '看排名', action: 'campaign-ranks:spring' }]],
});

/** Every value of a byte, so that nothing on the way may take it for text. */
const everyByte = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &#39;',
  '*粗* _斜_ [链](http://x) `码`',
  '</p></article></main>',
  '\u001b[31m红\u001b[0m',
  '\u202e反过来',
];

/** White space and control characters are a channel's to change. */
const bare = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]/gu, '');

/** What every channel owes a message. Run it with a driver in the channel's own test file. */
export function channelContract(name: string, createDriver: () => Promise<ChannelDriver>): void {
  describe(`${name} keeps the channel contract`, () => {
    const drivers: ChannelDriver[] = [];
    const open = async (): Promise<ChannelDriver> => {
      const driver = await createDriver();
      drivers.push(driver);
      return driver;
    };
    afterEach(async () => {
      await Promise.all(drivers.splice(0).map((driver) => driver.close()));
    });

    test('every paragraph can be read, in order', async () => {
      const shown = bare((await (await open()).show(answer)).text);
      const places = answer.paragraphs.slice(0, -1).map((paragraph) => shown.indexOf(bare(paragraph.text)));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(shown).toContain(bare(answer.paragraphs.at(-1)!.text));
    });

    test('the card is shown with its title, labels and values', async () => {
      const shown = bare((await (await open()).show(answer)).text);
      for (const part of [answer.card!.title, ...cardLines(answer.card!).flat()])
        expect(shown).toContain(bare(part));
    });

    test('sources are named, and each citation opens its passage', async () => {
      const driver = await open();
      const shown = bare((await driver.show(answer)).text);
      for (const source of answer.sources) expect(shown).toContain(bare(source.title));
      expect(shown).toContain(bare(passageHeading(answer.sources[0]!)));
      expect(await driver.openCitation(1)).toBe(contractPassages[0]);
      expect(await driver.openCitation(2)).toBe(contractPassages[1]);
    });

    test('every button can be pressed and carries its own action', async () => {
      const driver = await open();
      const wanted = answer.buttons.flat();
      const { buttons } = await driver.show(answer);
      for (const { label, action } of wanted) {
        const place = buttons.indexOf(label);
        expect(await driver.press(place)).toBe(action);
      }
    });

    test('text of a language model is marked, and only that', async () => {
      const driver = await open();
      expect((await driver.show({ ...answer, generated: true })).text).toContain(phrases.generatedBy);
      expect((await driver.show(answer)).text).not.toContain(phrases.generatedBy);
    });

    test('charts are shown with their titles, labels and words', async () => {
      const shown = bare((await (await open()).show(contest)).text);
      const parts = contest.charts.flatMap(({ title, bars }) => [
        title,
        ...bars.flatMap((bar) => [bar.label, bar.text]),
      ]);
      for (const part of parts) expect(shown).toContain(bare(part));
    });

    test('a countdown is shown under its label with the time that is left', async () => {
      const shown = bare((await (await open()).show(contest)).text);
      expect(shown).toMatch(new RegExp(`${contest.countdown!.label}\\D*\\d+`, 'u'));
    });

    test('what is typed into a field arrives as its command, a space and the words', async () => {
      const driver = await open();
      expect(bare((await driver.show(contest)).text)).toContain(contest.field!.label);
      expect(await driver.fill('张三丰')).toBe('/apply spring 3 张三丰');
    });

    test.each([
      ['image/png', '证书-春季竞赛.png'],
      ['application/pdf', '成绩单-春季竞赛.pdf'],
    ] as const)('a file of %s is handed over whole, with its name and caption', async (type, name) => {
      const driver = await open();
      const handed = await driver.hand({ name, type, bytes: everyByte, caption: '这是您的证书。' });
      expect(handed.name).toBe(name);
      expect(Buffer.compare(handed.bytes, everyByte)).toBe(0);
      expect(bare(handed.text)).toContain('这是您的证书。');
    });

    test('hostile text is shown as text, wherever it stands', async () => {
      const driver = await open();
      const anything = fc.oneof(
        fc.constantFrom(...hostile),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => bare(text) !== ''),
      );
      await fc.assert(
        fc.asyncProperty(anything, anything, anything, async (lead, title, where) => {
          const message = messageOf(
            [
              { kind: 'lead', text: lead, cites: [1] },
              { kind: 'item', text: title, cites: [] },
            ],
            {
              sources: [{ ...answer.sources[0]!, title }],
              card: { title, where, phone: [where] },
              charts: [{ title: lead, bars: [{ label: title, value: 1, text: where }], most: 2 }],
              countdown: { label: title, to: Date.now() + 3600_000 },
              buttons: [[{ label: '办事指南', action: 'command:services' }]],
            },
          );
          const shown = await driver.show(message);
          for (const part of [lead, title, where]) expect(bare(shown.text)).toContain(bare(part));
          expect(shown.buttons).toEqual(['办事指南']);
        }),
        { numRuns: 60 },
      );
    });
  });
}
