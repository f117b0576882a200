import { passageHeading } from '../../knowledge/passage.ts';
import { chartLines } from '../../message/chart-lines.ts';
import type { Chart, Message, Paragraph } from '../../message/message.ts';
import { phrases as shared } from '../../message/phrases.ts';
import { cardLines, fieldLine, marks } from '../../message/plain-text.ts';
import { countingLine } from './countdown-edit.ts';
import { type Formatted, formatted, type Span, type Style } from './formatted.ts';
import { phrases } from './phrases.ts';

const styles: Record<Paragraph['kind'], Style[]> = {
  signpost: ['blockquote', 'bold'],
  lead: ['bold'],
  text: [],
  item: [],
  note: ['italic'],
};

/**
 * Paragraphs, charts, card, sources, AI生成, the closing notes, what to send; the time that is left comes last, where
 * it can be written anew.
 * @param now milliseconds since 1970
 */
export function render(message: Message, now: number): Formatted {
  const shown = message.paragraphs.filter((paragraph) => paragraph.text.trim() !== '');
  const end = shown.findLastIndex((paragraph) => paragraph.kind !== 'note') + 1;
  const blocks = [
    ...blocksOf(shown.slice(0, end)),
    ...message.charts.map(chartBlock),
    ...cardBlock(message),
    ...sourceBlock(message),
    ...(message.generated ? [[{ text: shared.generatedBy, styles: ['italic' as const] }]] : []),
    ...blocksOf(shown.slice(end)),
    ...(message.field ? [[gap(fieldLine(message.field))]] : []),
    ...(message.countdown ? [[gap(countingLine(message.countdown, now))]] : []),
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

const chartBlock = (chart: Chart): Span[] => [
  { text: chart.title.trim(), styles: ['bold'] },
  ...chartLines(chart).map((line) => gap(`\n${line}`)),
];

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
