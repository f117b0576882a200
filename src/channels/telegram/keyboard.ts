import type { InlineKeyboardButton } from 'grammy/types';
import type { Button, Message } from '../../message/message.ts';
import { sourceButtons } from '../../message/source-buttons.ts';
import { wellFormed } from './formatted.ts';

const mostButtons = 100;
const mostInRow = 8;
const longestLabel = 60;

/** The message's own buttons, and one for each source that they do not open. */
export function keyboard(message: Pick<Message, 'buttons' | 'sources'>): InlineKeyboardButton[][] {
  const open = sourceButtons(message).map((button) => [button]);
  let left = mostButtons;
  return [...open, ...message.buttons].flatMap(rowsOf).flatMap((row) => {
    const kept = row.slice(0, left);
    left -= kept.length;
    return kept.length > 0 ? [kept.map(buttonOf)] : [];
  });
}

function rowsOf(row: Button[]): Button[][] {
  const rows = Math.ceil(row.length / mostInRow);
  return Array.from({ length: rows }, (_, i) => row.slice(i * mostInRow, (i + 1) * mostInRow));
}

const buttonOf = ({ label, action }: Button): InlineKeyboardButton => ({
  text: shorten(label, longestLabel) || '…',
  callback_data: action,
});

/** At most `limit` UTF-16 units, an ellipsis for what is cut, no surrogate pair broken. */
export function shorten(text: string, limit: number): string {
  const clean = wellFormed(text).trim();
  return clean.length <= limit ? clean : `${clean.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
