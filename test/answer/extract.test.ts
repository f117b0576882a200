import { describe, expect, it } from 'vitest';
import { extract } from '../../src/answer/extract.ts';
import { hitOf, passageOf } from './fixtures.ts';

const loan = passageOf({
  id: 'civil-code/675',
  article: 675,
  title: '还款期限',
  gist: '按约定的日子还钱。',
  text: '没约定的可以随时还。',
});

describe('extract', () => {
  it('leads with the direct answer and cites it', () => {
    const { paragraphs, sources } = extract('几岁能结婚', [hitOf(passageOf())]);
    expect(paragraphs[0]).toEqual({ kind: 'lead', text: passageOf().gist, cites: [1] });
    expect(sources).toMatchObject([{ passage: 'civil-code/1047', law: '民法典', article: 1047 }]);
  });

  it('keeps a list whole with the sentence that opens it', () => {
    const text = '有这些例外：\n- 甲种情形；\n- 乙种情形。\n一句不相干的话，说的是完全别的事情，很长很长。';
    const { paragraphs } = extract('有哪些例外情形', [hitOf(passageOf({ text }))]);
    expect(paragraphs.map((p) => p.text)).toEqual(
      expect.arrayContaining(['有这些例外：', '甲种情形；', '乙种情形。']),
    );
  });

  it('says no detail again that the direct answer has told', () => {
    const { paragraphs } = extract('几岁能结婚', [hitOf(passageOf({ text: passageOf().gist }))]);
    expect(paragraphs).toHaveLength(1);
  });

  it('mentions a second passage only when it comes near', () => {
    const near = extract('还款', [hitOf(passageOf(), 10), hitOf(loan, 9)]);
    const far = extract('还款', [hitOf(passageOf(), 10), hitOf(loan, 3)]);
    expect(near.sources.map((s) => s.article)).toEqual([1047, 675]);
    expect(near.paragraphs.at(-1)?.cites).toEqual([2]);
    expect(far.sources).toHaveLength(1);
  });

  it('gives every article that the question names', () => {
    const named = (passage: typeof loan) => ({ ...hitOf(passage), named: true });
    const { paragraphs, sources } = extract('第1047条和第675条', [
      named(passageOf()),
      named(loan),
      hitOf(passageOf({ article: 9 })),
    ]);
    expect(sources.map((s) => s.article)).toEqual([1047, 675]);
    expect(paragraphs.at(-1)).toEqual({ kind: 'text', text: loan.gist, cites: [2] });
  });

  it('does not put an article beside a service', () => {
    const guide = passageOf({ id: 'guide/labour-arbitration/overview', article: null, title: '劳动仲裁' });
    expect(extract('拖欠工资', [hitOf(guide, 10), hitOf(loan, 10)]).sources).toHaveLength(1);
  });

  it('marks the items of an inner list', () => {
    const text = '分两种：\n- 甲种：\n  - 甲之一；\n- 乙种。';
    const items = extract('两种', [hitOf(passageOf({ text }))]).paragraphs.filter((p) => p.kind === 'item');
    expect(items.map((p) => p.text)).toEqual(['甲种：', '– 甲之一；', '乙种。']);
  });

  it('quotes the sentence of a report that holds the figure asked for, with its year', () => {
    const report = passageOf({
      law: '某报告',
      article: null,
      gist: '',
      asOf: '2020-12-31',
      text: '开展了很多工作。全市律师事务所发展到463家,公证机构达15家。其他方面也有进展。',
    });
    const { paragraphs } = extract('有多少家律师事务所', [hitOf(report)]);
    expect(paragraphs[0]?.text).toContain('463家');
    expect(paragraphs[0]?.text).toContain('2020年');
  });
});
