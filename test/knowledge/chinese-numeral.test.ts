import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral, writeNumeral } from '../../src/knowledge/chinese-numeral.ts';

describe('readNumeral', () => {
  it.each([
    ['十', 10],
    ['二十三', 23],
    ['一百零五', 105],
    ['一千零四十三', 1043],
    ['一千二百六十', 1260],
    ['两百', 200],
    ['二十三万', 230_000],
    ['万', 10_000],
    ['１０４３', 1043],
    ['1043', 1043],
    ['二〇二一', 2021],
  ])('reads %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it('is null for what is no numeral', () => {
    for (const text of ['', '甲', '十分', 'x3', '万一']) expect(readNumeral(text)).toBeNull();
  });

  it('reads back what writeNumeral wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
        expect(readNumeral(writeNumeral(n))).toBe(n);
      }),
    );
  });
});

describe('writeNumeral', () => {
  it.each([
    [10, '十'],
    [25, '二十五'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1043, '一千零四十三'],
  ])('writes %i as statutes do', (n, text) => {
    expect(writeNumeral(n)).toBe(text);
  });
});
