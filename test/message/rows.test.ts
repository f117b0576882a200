import { expect, it } from 'vitest';
import { rows } from '../../src/message/rows.ts';

it('keeps every button, in order', () => {
  const buttons = ['一', '二', '三'].map((label) => ({ label, action: label }));
  expect(rows(buttons, 2)).toEqual([buttons.slice(0, 2), buttons.slice(2)]);
  expect(rows([], 2)).toEqual([]);
});
