import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAction, writeAction } from '../../src/message/action.ts';

describe('button actions', () => {
  it('reads back what was written', () => {
    expect(readAction(writeAction('passage', 'civil-code/1043'))).toEqual(['passage', 'civil-code/1043']);
    expect(readAction(writeAction('choose', 'abcdefgh12', 3, 1))).toEqual(['choose', 'abcdefgh12', 3, 1]);
  });

  it('refuses to write what Telegram would not carry', () => {
    expect(() => writeAction('passage', `guide/${'x'.repeat(70)}`)).toThrow(/64 bytes/);
  });

  it.each([
    '',
    'passage',
    'passage:../../etc',
    'choose:abc:1:1',
    'choose:abcdefgh12:1',
    'choose:abcdefgh12:-1:0',
    'constructor:x',
    '__proto__',
    'command:admin',
    'begin:1e3',
  ])('takes %j for hostile', (payload) => {
    expect(readAction(payload)).toBeNull();
  });

  it('never throws on what strangers send', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (payload) => {
        const action = readAction(payload);
        if (action) expect(readAction(writeAction(...action))).toEqual(action);
      }),
    );
  });
});
