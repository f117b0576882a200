import { describe, expect, it } from 'vitest';
import { figures } from '../../src/knowledge/figures.ts';

describe('figures', () => {
  it('takes equal units and numerals as one', () => {
    expect(figures('七日内')).toEqual(figures('7天内'));
    expect(figures('十八周岁')).toEqual(figures('18岁'));
    expect(figures('六个月')).toEqual(figures('6个月'));
    expect(figures('百分之二十')).toEqual(figures('20%'));
    expect(figures('2万元')).toEqual(figures('20000元'));
  });

  it('tells different terms apart', () => {
    expect(figures('三年')).not.toEqual(figures('三个月'));
    expect(figures('三分之二')).not.toEqual(figures('三分之一'));
  });

  it('passes over article numbers and the one and two of grammar', () => {
    expect(figures('依据第一百八十八条，一个人、两个人都可以，一种办法')).toEqual(new Set());
  });

  it('keeps terms of one year', () => {
    expect(figures('自知道之日起一年内')).toEqual(new Set(['1年']));
  });
});
