import type { MessageEntity } from 'grammy/types';

export type Style = 'bold' | 'italic' | 'blockquote';

/** A stretch of text in some styles. */
export interface Span {
  text: string;
  styles: Style[];
}

/** Text for Telegram. Offsets and lengths count UTF-16 units; the text is never parsed, so it can hold no markup. */
export interface Formatted {
  text: string;
  entities: MessageEntity[];
}

export function formatted(spans: Span[]): Formatted {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const span of spans) {
    const clean = wellFormed(span.text);
    if (clean !== '') {
      for (const type of span.styles) entities.push({ type, offset: text.length, length: clean.length });
    }
    text += clean;
  }
  return { text, entities };
}

/** Telegram refuses half of a surrogate pair. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
