import { describe, expect, it } from 'vitest';
import { booksOf, guidesOf, showPassage } from '../../src/conversation/show.ts';
import type { Passage } from '../../src/knowledge/passage.ts';
import { passageOf } from '../answer/fixtures.ts';
import { releaseOf } from '../fakes/release.ts';

const article = (n: number, path: string[]): Passage =>
  passageOf({ id: `civil-code/${n}`, article: n, title: `第${n}条的事`, path });

describe('showPassage', () => {
  const near = passageOf({ id: 'civil-code/1051', article: 1051, title: '婚姻无效' });

  it('shows 要点, the rule as sentences and items, the example, the basis, its place and its date', () => {
    const passage = passageOf({ example: '小张差一天。' });
    const { paragraphs, buttons } = showPassage(passage, releaseOf([passage]));
    expect(paragraphs.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'lead 民法典第1047条　结婚的最低年龄',
      `text ${passage.gist}`,
      'text 登记机关看身份证上的出生日期。差一天也不行。',
      'item 民族自治地方另有变通规定的除外；',
      'item 已经办了酒席也不算。',
      'text 例如：小张差一天。',
      expect.stringMatching(/^note .*《民法典》第一千零四十七条.*第五编 婚姻家庭 › 第二章 结婚/),
      expect.stringMatching(/^note .*2021-01-01/),
    ]);
    expect(buttons).toEqual([]);
  });

  it('shows a list within a list as items', () => {
    const passage = passageOf({ text: '分开来看：\n- 甲：\n  - 子；\n- 乙。' });
    const { paragraphs } = showPassage(passage, releaseOf([passage]));
    expect(paragraphs.filter(({ kind }) => kind === 'item').map(({ text }) => text)).toEqual([
      '甲：',
      '子；',
      '乙。',
    ]);
  });

  it('offers the near passages that there are', () => {
    const passage = passageOf({ related: ['civil-code/1051', 'civil-code/9999'] });
    const { buttons } = showPassage(passage, releaseOf([passage, near]));
    expect(buttons.flat()).toEqual([{ label: '相关：第1051条 婚姻无效', action: 'passage:civil-code/1051' }]);
  });

  it('shows a document that has no 要点', () => {
    const passage = passageOf({
      id: 'doc/report/a-1',
      law: '某报告',
      article: null,
      gist: '',
      text: '一句。',
    });
    const { paragraphs } = showPassage(passage, releaseOf([passage]));
    expect(paragraphs.slice(0, 2).map(({ text }) => text)).toEqual([passage.title, '一句。']);
  });
});

describe('booksOf', () => {
  it('groups articles by book and chapter in the order of their numbers', () => {
    const passages = [
      article(3, ['第二编', '第一章 甲', '第一节 子']),
      article(1, ['第一编', '第一分编 通则', '第一章 乙']),
      article(2, ['第一编', '第一分编 通则', '第二章 丙']),
      article(4, ['第二编', '第一章 甲', '第二节 丑']),
      article(5, ['附则']),
    ];
    const books = booksOf(releaseOf(passages)).map(({ title, chapters }) => [
      title,
      chapters.map((chapter) => [chapter.title, chapter.articles.map((each) => each.article)]),
    ]);
    expect(books).toEqual([
      [
        '第一编',
        [
          ['第一章 乙', [1]],
          ['第二章 丙', [2]],
        ],
      ],
      ['第二编', [['第一章 甲', [3, 4]]]],
      ['附则', [['附则', [5]]]],
    ]);
  });

  it('leaves out what is no article', () => {
    expect(booksOf(releaseOf([passageOf({ id: 'guide/notary/abc123' })]))).toEqual([]);
  });
});

it('guidesOf groups the topics of each guide, the overview first', () => {
  const card = { title: '公证', phone: [] };
  const topics = ['overview', 'aaaaaa', 'bbbbbb'].map((id) => passageOf({ id: `guide/notary/${id}`, card }));
  const guides = guidesOf(releaseOf([article(1, ['第一编']), ...topics]));
  expect(guides).toEqual([{ id: 'notary', title: '公证', topics }]);
});
