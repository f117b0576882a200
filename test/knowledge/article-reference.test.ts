import { describe, expect, it } from 'vitest';
import { articleReferences } from '../../src/knowledge/article-reference.ts';

describe('articleReferences', () => {
  it.each([
    ['第1043条', null, 1043, true],
    ['第一千零四十三条说了什么', null, 1043, true],
    ['民法典1043条', '民法典', 1043, true],
    ['《民法典》第一千零四十三条', '民法典', 1043, true],
    ['中华人民共和国民法典第10条', '民法典', 10, true],
    ['1043条', null, 1043, false],
    ['《公证法》第二十五条', '公证法', 25, true],
    ['第１０４３条', null, 1043, true],
    ['民法典的第1043条', '民法典', 1043, true],
    ['民法第1043条', '民法典', 1043, true],
    ['请问道路交通安全法第九十条', '道路交通安全法', 90, true],
    ['根据中华人民共和国民法典第10条', '民法典', 10, true],
    ['这种做法第1043条允许吗', null, 1043, true],
    ['第 1043 条', null, 1043, true],
    ['1043条怎么理解', null, 1043, false],
  ])('finds the article in %s', (text, law, article, explicit) => {
    expect(articleReferences(text)).toEqual([{ law, article, explicit }]);
  });

  it('finds several, in order', () => {
    expect(articleReferences('第703条、第704条').map((r) => r.article)).toEqual([703, 704]);
  });

  it('lets the law hold for the articles that follow it', () => {
    expect(articleReferences('《公证法》第二十五条、第二十六条；第三条').map((r) => r.law)).toEqual([
      '公证法',
      '公证法',
      null,
    ]);
  });

  it('finds none where none is named', () => {
    for (const text of [
      '买了三条鱼',
      '一条街',
      '借条',
      '条件',
      '第条',
      '两条烟被偷了',
      '三条裤子',
      '第0条',
      '第99999999999999999999999条',
    ])
      expect(articleReferences(text), text).toEqual([]);
  });

  it('reads a list of numerals before one 条', () => {
    expect(articleReferences('民法典第1043、1044条')).toEqual([
      { law: '民法典', article: 1043, explicit: true },
      { law: '民法典', article: 1044, explicit: true },
    ]);
    expect(articleReferences('第一千和一千零一条').map((r) => r.article)).toEqual([1000, 1001]);
    expect(articleReferences('一、第五条').map((r) => r.article)).toEqual([5]);
    expect(articleReferences('1,888条信息')).toEqual([]);
  });

  it('takes 704条 after 第703条 for an article too', () => {
    expect(articleReferences('民法典第703条、704条')).toMatchObject([
      { law: '民法典', article: 703, explicit: true },
      { law: '民法典', article: 704, explicit: true },
    ]);
  });

  it('takes no time that grows faster than the text, whatever the text', () => {
    for (const piece of ['第', '一', '1', ' ', '法', '中华人民共和国', '《', '第一', '条', '第 ', '千法条']) {
      const began = performance.now();
      articleReferences(piece.repeat(8000 / piece.length));
      expect(performance.now() - began, piece).toBeLessThan(1000);
    }
  });
});
