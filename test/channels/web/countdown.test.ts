import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemPress, timeLeft } from '../../../src/channels/web/views/countdown.ts';

const script = new URL('../../../src/channels/web/page/time-left.js', import.meta.url).href;
const { timeLeft: inPage } = (await import(script)) as { timeLeft: (ms: number) => string };

test('the page and its script say the same time, which only ever gets shorter', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 400 * 86_400_000 }), (ms) => {
      expect(inPage(ms)).toBe(timeLeft(ms));
    }),
  );
  expect([-1, 0, 1, 61_000, 3_660_000, 90_000_000, 20 * 86_400_000].map(timeLeft)).toEqual([
    '0秒',
    '0秒',
    '1秒',
    '1分01秒',
    '1小时01分',
    '1天1小时',
    '20天',
  ]);
});

test('a paper is asked for by the item its buttons are about, and by nothing else', () => {
  expect(itemPress('paper-toggle:abcdefghij:3:1')).toBe('paper-item:abcdefghij:3');
  expect(itemPress('paper-finish:abcdefghij:1')).toBe('paper-item:abcdefghij:0');
  for (const other of ['campaign:spring', 'paper-result:abcdefghij', 'choose:abcdefghij:3:1', '<script>'])
    expect(itemPress(other)).toBeNull();
});
