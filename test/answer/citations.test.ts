import { describe, expect, it } from 'vitest';
import { citedSentences, findFault } from '../../src/answer/citations.ts';
import { passageOf } from './fixtures.ts';

const age = passageOf();
const sale = passageOf({
  id: 'civil-code/621',
  article: 621,
  basis: '《民法典》第六百二十一条',
  gist: '二年内要通知。',
  text: '',
});
const aid = passageOf({
  id: 'guide/legal-aid/abc123',
  law: '法律援助法',
  article: 43,
  basis: '《法律援助法》第四十三条',
  gist: '七日内审查。',
  text: '',
  card: { title: '法律援助', phone: ['12348'], fee: '免费' },
});
const fault = (text: string, hits = [0]) => findFault([{ text, hits }], [age, sale, aid]);

describe('findFault', () => {
  it('passes what the cited passage holds, in either way of writing numbers', () => {
    expect(fault('男方要满22周岁，女方要满20岁。')).toBeNull();
    expect(fault('根据民法典第1047条，男方要满二十二周岁。')).toBeNull();
    expect(fault('根据《中华人民共和国民法典》第一千零四十七条，差一天也不行。')).toBeNull();
    expect(fault('七天内审查，可以打12348。', [2])).toBeNull();
  });

  it('passes a number in the other script, a paper that the passage speaks of, and a party of law', () => {
    const loan = passageOf({
      gist: '一千八百八十八元以内，日万分之五，十五个工作日。',
      text: '签《还款协议》，可以打110、120。全市有1,888人。',
    });
    const said = (text: string) => findFault([{ text, hits: [0] }], [loan]);
    expect(said('1888元以内，15个工作日。')).toBeNull();
    expect(said('每天万分之五，可以打110，120。')).toBeNull();
    expect(said('签《还款协议》，不能损害第三人，全市1888人。')).toBeNull();
    expect(said('15日内还清。')?.kind).toBe('figure');
    expect(said('每天万分之六。')?.kind).toBe('figure');
  });

  it.each([
    ['an article named without 第', '依据1048条，可以结婚。', 'article'],
    ['an article that the cited passage is not about', '民法典第1048条说可以结婚。', 'article'],
    ['an article that does not exist', '第9999条规定如此。', 'article'],
    ['an article of another law', '依据《婚姻法》第1047条。', 'article'],
    ['a figure that no cited passage holds', '满十八周岁就可以。', 'figure'],
    ['a figure of an uncited passage', '二年内要通知。', 'figure'],
    ['a telephone number of its own', '可以打0531-8888888。', 'number'],
    ['a law that the passage does not stand on', '《婚姻登记条例》也这么说。', 'law'],
  ])('withholds %s', (_, text, kind) => {
    expect(fault(text)?.kind).toBe(kind);
  });

  it('withholds an answer whose sources have vanished', () => {
    expect(findFault([], [age])).toEqual({ kind: 'no-source' });
  });
});

describe('citedSentences', () => {
  it('keeps only sentences that stand on a source', () => {
    const sentences = [
      { text: '有据。', hits: [0] },
      { text: '无据。', hits: [] },
      { text: '', hits: [0] },
    ];
    expect(citedSentences(sentences).map((s) => s.text)).toEqual(['有据。']);
  });
});
