import { BadInput } from '../../errors.ts';
import type { Section } from './markdown.ts';

/** The labelled parts of an entry: `**要点** …`, `**细说** …`. */
export type Labelled<Label extends string> = Partial<Record<Label, string>>;

/**
 * Reads the parts of one section.
 * @throws BadInput on an unknown, repeated or missing part, or text before the first.
 */
export function readLabelled<Label extends string>(
  file: string,
  section: Section,
  labels: { known: readonly Label[]; required: readonly Label[] },
): Labelled<Label> {
  const parts: Labelled<Label> = {};
  let current: Label | undefined;
  for (const line of section.lines) {
    const place = { file, line: line.number };
    const start = /^\*\*(.+?)\*\*\s*(.*)$/.exec(line.text);
    if (start) {
      current = labels.known.find((label) => label === start[1]);
      if (!current) {
        throw new BadInput(place, `unknown part 「${start[1]}」; use one of ${labels.known.join(' ')}`);
      }
      if (parts[current] !== undefined) throw new BadInput(place, `part 「${current}」 stands twice`);
      parts[current] = start[2]!;
    } else if (current) parts[current] += `\n${line.text}`;
    else if (line.text !== '') {
      throw new BadInput(place, `text before the first part; begin with **${labels.known[0]}**`);
    }
  }
  for (const label of labels.known) parts[label] = parts[label]?.trim() as (typeof parts)[Label];
  for (const label of labels.required) {
    if (!parts[label]) {
      throw new BadInput(
        { file, line: section.number },
        `「${section.heading}」 lacks the part **${label}**`,
      );
    }
  }
  return parts;
}

/**
 * The items of a `- ` list.
 * @throws BadInput where a line is not an item.
 */
export function readList(file: string, section: Section, text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      if (line.startsWith('- ')) return line.slice(2).trim();
      throw new BadInput(
        { file, line: section.number },
        `「${section.heading}」: 「${line}」 must begin with "- "`,
      );
    });
}
