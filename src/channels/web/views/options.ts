import type { Button, Message, Paragraph } from '../../../message/message.ts';
import { type Html, html } from './html.ts';

const answers = /^(?:paper-)?(choose|toggle):/;
const letterLine = /^([A-Z])[.．、]\s*([\s\S]+)$/u;

/** An option as one thing to touch. */
interface Option {
  letter: string | null;
  words: string;
  /** Null where it is not ticked but answers at once. */
  picked: boolean | null;
}

/** What a message asks, its options taken out of its list and put on the buttons that have their letters. */
export function optionsOf({ paragraphs, buttons }: Pick<Message, 'paragraphs' | 'buttons'>): {
  paragraphs: Paragraph[];
  options: Map<Button, Option>;
} {
  const lines = new Map(
    paragraphs.flatMap((paragraph) => {
      const [, letter, words] = (paragraph.kind === 'item' && letterLine.exec(paragraph.text)) || [];
      return letter && words ? [[letter, { paragraph, words }] as const] : [];
    }),
  );
  const options = new Map<Button, Option>();
  const moved = new Set<Paragraph>();
  for (const button of buttons.flat()) {
    const [, kind] = answers.exec(button.action) ?? [];
    if (!kind) continue;
    const [, box, name = ''] = /^(?:([☐☑])\s*)?([\s\S]*)$/u.exec(button.label) ?? [];
    const [, letter, words] = letterLine.exec(name) ?? [];
    const line = lines.get(name);
    if (line) moved.add(line.paragraph);
    options.set(button, {
      letter: line ? name : (letter ?? null),
      words: line?.words ?? words ?? name,
      picked: kind === 'toggle' ? box === '☑' : null,
    });
  }
  return { paragraphs: paragraphs.filter((paragraph) => !moved.has(paragraph)), options };
}

export function optionView(action: string, { letter, words, picked }: Option): Html {
  const name = letter && html`<span class="letter">${letter}</span> `;
  return html`<button class="option" name="press" value="${action}"${picked !== null && html` aria-pressed="${String(picked)}"`}>${name}<span class="of">${words}</span></button>`;
}
