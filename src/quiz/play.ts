import type { Action } from '../message/action.ts';
import type { Message, Person } from '../message/message.ts';

export type QuizAction = Extract<
  Action,
  ['begin' | 'resume' | 'choose' | 'toggle' | 'submit' | 'next' | 'wrong', ...unknown[]]
>;

/** What a press or a command of the quiz comes to. */
export type QuizReply = { message: Message; inPlace: boolean } | { toast: string };

/** The quiz as the conversation sees it. Every reply is given after what it reports is on disk. */
export interface Play {
  /** 练习 by book and 一套题, with 继续 where a session is open. */
  menu(person: Person): Promise<Message>;
  press(person: Person, action: QuizAction): Promise<QuizReply>;
  /** The person's results and standing. */
  score(person: Person): Promise<Message>;
  forget(person: Person): Promise<void>;
}
