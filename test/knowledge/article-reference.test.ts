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
    for (const text of ['买了三条鱼', '一条街', '借条', '条件', '第条'])
      expect(articleReferences(text)).toEqual([]);
  });
});
