import { writeAction } from './action.ts';
import type { Button, Message } from './message.ts';

/** A button for each source that the message's own buttons do not open, for channels without links in the text. */
export function sourceButtons({ buttons, sources }: Pick<Message, 'buttons' | 'sources'>): Button[] {
  const actions = new Set(buttons.flat().map((button) => button.action));
  return sources
    .map(({ title, passage }, i) => ({
      label: `[${i + 1}] ${title}`,
      action: writeAction('passage', passage),
    }))
    .filter((button) => !actions.has(button.action));
}
