import { passageHeading } from '../../knowledge/passage.ts';
import type { Message, Paragraph } from '../../message/message.ts';
import { phrases as shared } from '../../message/phrases.ts';
import { cardLines, marks } from '../../message/plain-text.ts';
import { type Formatted, formatted, type Span, type Style } from './formatted.ts';
import { phrases } from './phrases.ts';

const styles: Record<Paragraph['kind'], Style[]> = {
  signpost: ['blockquote', 'bold'],
  lead: ['bold'],
  text: [],
  item: [],
  note: ['italic'],
};

/** Paragraphs, card, sources, AI生成, then the closing notes. */
export function render(message: Message): Formatted {
  const shown = message.paragraphs.filter((paragraph) => paragraph.text.trim() !== '');
  const end = shown.findLastIndex((paragraph) => paragraph.kind !== 'note') + 1;
  const blocks = [
    ...blocksOf(shown.slice(0, end)),
    ...cardBlock(message),
    ...sourceBlock(message),
    ...(message.generated ? [[{ text: shared.generatedBy, styles: ['italic' as const] }]] : []),
    ...blocksOf(shown.slice(end)),
  ];
  return formatted(blocks.flatMap((block, i) => (i === 0 ? block : [gap('\n\n'), ...block])));
}

const gap = (text: string): Span => ({ text, styles: [] });

/** Items follow the line before them without a blank line. */
function blocksOf(paragraphs: Paragraph[]): Span[][] {
  const blocks: Span[][] = [];
  for (const { kind, text, cites } of paragraphs) {
    const spans = [{ text: text.trim(), styles: styles[kind] }, gap(marks(cites))];
    if (kind === 'item') {
      const before = blocks.pop();
      blocks.push([...(before ? [...before, gap('\n')] : []), gap('· '), ...spans]);
    } else blocks.push(spans);
  }
  return blocks;
}

function cardBlock({ card }: Message): Span[][] {
  if (!card) return [];
  const lines = cardLines(card).flatMap(([label, value]): Span[] => [
    gap('\n'),
    { text: `${label}：`, styles: ['bold'] },
    gap(value.trim()),
  ]);
  return [[{ text: `【${card.title}】`, styles: ['bold'] }, ...lines]];
}

function sourceBlock({ sources }: Message): Span[][] {
  if (sources.length === 0) return [];
  const lines = sources.map((source, i) => gap(`\n[${i + 1}] ${passageHeading(source)}`));
  return [[{ text: phrases.sources, styles: ['bold'] }, ...lines]];
}
