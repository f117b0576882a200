import type { Message } from '../message/message.ts';

/**
 * How a question ended. `answered` only where a source carries the answer.
 * emergency and complaint are signposts for which no source was needed; refused is the input guard's.
 */
export type Status =
  | 'answered'
  | 'no-source'
  | 'out-of-scope'
  | 'emergency'
  | 'complaint'
  | 'greeting'
  | 'capabilities'
  | 'refused';

export interface Answer {
  status: Status;
  message: Message;
}

/** The turn before, for follow-ups. */
export interface Turn {
  question: string;
  /** Ids of the passages it was answered from. */
  passages: string[];
}
