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

  it('tells working days from days, and knows shares of ten thousand', () => {
    expect(figures('十五个工作日')).toEqual(figures('15个工作日'));
    expect(figures('十五个工作日')).not.toEqual(figures('15日'));
    expect(figures('万分之五')).not.toEqual(figures('万分之六'));
    expect([...figures('日万分之五')]).toEqual(['0.0005份']);
  });

  it('reads thousands with a comma as one number, and a Chinese comma as a border', () => {
    expect(figures('1,888人')).toEqual(figures('1888人'));
    expect(figures('6,608，463家')).toEqual(new Set(['463家']));
  });

  it('takes 第三人 and 万一 for no figure', () => {
    expect(figures('不得损害第三人的利益，万一家里有事')).toEqual(new Set());
  });

  it('keeps terms of one year', () => {
    expect(figures('自知道之日起一年内')).toEqual(new Set(['1年']));
  });
});
