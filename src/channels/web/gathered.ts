import type { Message, SentFile, TurnEvent } from '../../message/message.ts';

/** A turn as a page without script shows it. */
export interface Gathered {
  messages: Message[];
  files: SentFile[];
  /** Short remarks: a toast, or why the question was not taken. */
  remark: string;
}

export async function gathered(events: AsyncGenerator<TurnEvent>): Promise<Gathered> {
  const turn: Gathered = { messages: [], files: [], remark: '' };
  for await (const event of events) {
    if (event.type === 'message') turn.messages.push(event.message);
    if (event.type === 'file') turn.files.push(event.file);
    if (event.type === 'toast') turn.remark = event.text;
  }
  return turn;
}
