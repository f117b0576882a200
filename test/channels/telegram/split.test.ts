import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Formatted, formatted, type Style } from '../../../src/channels/telegram/formatted.ts';
import { split } from '../../../src/channels/telegram/split.ts';
import { rules } from '../../fakes/bot-api-rules.ts';

const style = fc.constantFrom<Style>('bold', 'italic', 'blockquote');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('\n\n', '\n', '。', '  ', '😀'.repeat(40), '长'.repeat(300), '𠀀'.repeat(101)),
);
const spans = fc.array(fc.record({ text: words, styles: fc.uniqueArray(style, { maxLength: 2 }) }), {
  maxLength: 30,
});

/** Every UTF-16 unit that is not white space, with the styles it bears. */
const units = ({ text, entities }: Formatted): string[] =>
  Array.from({ length: text.length }, (_, i) => i)
    .filter((i) => /\S/.test(text.charAt(i)))
    .map((i) => {
      const over = entities.filter((e) => e.offset <= i && i < e.offset + e.length).map((e) => e.type);
      return `${text.charAt(i)}${over.sort().join()}`;
    });

describe('split', () => {
  it('loses no character and no style, and every part is one that Telegram takes', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 20, max: 400 }), (input, limit) => {
        const whole = formatted(input);
        const parts = split(whole, limit);
        expect(parts.flatMap(units)).toEqual(units(whole));
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(limit);
          expect(rules.sendMessage.safeParse({ chat_id: 1, ...part })).toMatchObject({ success: true });
        }
      }),
    );
  });

  it('keeps what fits in one part', () => {
    const whole = formatted([{ text: '长'.repeat(4096), styles: ['bold'] }]);
    expect(split(whole)).toEqual([whole]);
  });

  it('breaks between paragraphs before it breaks between sentences', () => {
    const text = `${'甲'.repeat(60)}\n\n${'乙'.repeat(20)}。${'丙'.repeat(60)}`;
    expect(split({ text, entities: [] }, 100).map((part) => part.text)).toEqual([
      '甲'.repeat(60),
      `${'乙'.repeat(20)}。${'丙'.repeat(60)}`,
    ]);
    const line = `${'甲'.repeat(60)}。${'乙'.repeat(60)}`;
    expect(split({ text: line, entities: [] }, 100)[0]?.text).toBe(`${'甲'.repeat(60)}。`);
  });
});
