import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardInput, longestQuestion, maskPersonal } from '../../src/answer/input-guard.ts';

describe('guardInput', () => {
  it('folds spaces and drops invisible characters', () => {
    expect(guardInput('  押金\u200b不退\u0000  \n 怎么办 ')).toEqual({
      ok: true,
      question: '押金 不退 怎么办',
    });
  });

  it('refuses what says nothing and what is too long', () => {
    expect(guardInput(' ？！…')).toEqual({ ok: false, reason: 'empty' });
    expect(guardInput('问'.repeat(longestQuestion + 1))).toEqual({ ok: false, reason: 'too-long' });
    expect(guardInput('问'.repeat(longestQuestion)).ok).toBe(true);
  });

  it('never throws and never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const guarded = guardInput(text);
        if (guarded.ok) expect(guarded.question).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('maskPersonal', () => {
  it('hides numbers of persons and keeps public ones', () => {
    const masked = maskPersonal(
      '我叫张三，身份证370102199001011234，手机13812345678，卡6222021234567890123，邮箱a.b@c.cn，打了12348',
    );
    for (const hidden of ['370102199001011234', '13812345678', '6222021234567890123', 'a.b@c.cn']) {
      expect(masked).not.toContain(hidden);
    }
    expect(masked).toContain('12348');
  });

  it('hides them with gaps and in full-width digits, and leaves other numbers', () => {
    const masked = maskPersonal(
      '卡6222 0212 3456 7890 123，手机138 1234 5678和139-1234-5678，１３８１２３４５６７８，37010219900101123X',
    );
    expect(masked).not.toMatch(/[0-9０-９Xx]/);
    const open = '2021年借了100000元，电话0531-82345678，民法典第1260条';
    expect(maskPersonal(open)).toBe(open);
  });
});
