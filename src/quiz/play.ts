import type { Action } from '../message/action.ts';
import type { Button, Message, Person, SentFile } from '../message/message.ts';

export type QuizAction = Extract<
  Action,
  [
    (
      | 'begin'
      | 'resume'
      | 'choose'
      | 'toggle'
      | 'submit'
      | 'next'
      | 'wrong'
      | 'review'
      | 'learn'
      | 'flag-item'
      | 'flag'
    ),
    ...unknown[],
  ]
>;

/** What a press or a command of the quiz comes to. */
export type QuizReply = { message: Message; inPlace: boolean } | { toast: string } | { file: SentFile };

/** An item as a question, with the button that goes back to where it was answered; or why it may not be asked now. */
export type ItemQuestion = { question: string; back: Button | null } | { toast: string };

/** The quiz as the conversation sees it. Every reply is given after what it reports is on disk. */
export interface Play {
  /** 练习 by book and 一套题, with 继续 where a session is open. */
  menu(person: Person): Promise<Message>;
  press(person: Person, action: QuizAction): Promise<QuizReply>;
  /** The person's results and standing. */
  score(person: Person): Promise<Message>;
  /** 错题本: what was answered wrong, and what of it is due. */
  wrongBook(person: Person): Promise<Message>;
  /** 学习路径: the seven books with what is mastered of each. */
  path(person: Person): Promise<Message>;
  /** An item as a question to the answering half, or why not now; null where there is nothing to ask. */
  question(person: Person, item: string): Promise<ItemQuestion | null>;
  /** 纠错, for admins: how many items takers say are wrong, then those with most flags, a line each. */
  flagged(): Promise<string[]>;
  forget(person: Person): Promise<void>;
}
