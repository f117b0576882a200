import type { Card } from '../knowledge/passage.ts';
import { chartLines } from './chart-lines.ts';
import { countdownLine } from './countdown-line.ts';
import type { Field, Message, Paragraph } from './message.ts';
import { phrases } from './phrases.ts';

/** The lines of a card that have something to say, as label and value. */
export function cardLines(card: Card): [label: string, value: string][] {
  const lines: [string, string | undefined][] = [
    ['去哪里', card.where],
    ['带什么', card.materials],
    ['要多久', card.time],
    ['费用', card.fee],
    ['电话', card.phone.join('、') || undefined],
    ['下一步', card.next],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}

/** Citation marks as printed after a sentence: [1][2]. */
export const marks = (cites: number[]): string => cites.map((n) => `[${n}]`).join('');

/** What to send, where there is no field to type in: 请发送：/join 邀请码. */
export const fieldLine = ({ command, label }: Field): string => phrases.sendThis(command, label);

/**
 * A message without layout: for the terminal, for `ask --json`, for a screen that only reads.
 * @param now milliseconds since 1970
 */
export function plainText(
  message: Pick<Message, 'paragraphs' | 'card' | 'charts' | 'countdown' | 'field'>,
  now: number,
): string {
  const blocks: string[] = [];
  let previous: Paragraph | undefined;
  for (const paragraph of message.paragraphs) {
    const line = `${paragraph.kind === 'item' ? '· ' : ''}${paragraph.text}${marks(paragraph.cites)}`;
    if (paragraph.kind === 'item' && previous && blocks.length > 0) blocks[blocks.length - 1] += `\n${line}`;
    else blocks.push(line);
    previous = paragraph;
  }
  const note = message.paragraphs.at(-1)?.kind === 'note' ? blocks.pop() : undefined;
  for (const chart of message.charts) blocks.push([chart.title, ...chartLines(chart)].join('\n'));
  if (message.card) {
    const card = cardLines(message.card).map(([label, value]) => `${label}：${value}`);
    blocks.push([`【${message.card.title}】`, ...card].join('\n'));
  }
  if (note) blocks.push(note);
  if (message.field) blocks.push(fieldLine(message.field));
  if (message.countdown) blocks.push(countdownLine(message.countdown, now));
  return blocks.join('\n\n');
}
