/** What a question type judges of an item. Indexes count the options as the bank lists them, from 0. */
export interface Keyed {
  options: readonly string[];
  /** The key: every right option. */
  answer: readonly number[];
}

/** One way of asking. Adding one is a new file and a line in index.ts. */
export interface QuestionType {
  /** As printed before the stem: 单选. */
  label: string;
  /** What the citizen is told about how to answer; empty where it goes without saying. */
  hint: string;
  /** Whether each draw shuffles the options. */
  shuffled: boolean;
  /** Least options of an item of ours; imported banks come as they are, with two or more. */
  leastOptions: number;
  /** Least options of a response. Above 1, options are toggled and then submitted; else one press answers. */
  fewest: number;
  /** What makes an item unfit for this type, in words for the bank's editor. */
  problems(item: Keyed): string[];
  /** Whether a response, in ascending order without repeats, earns the point. */
  isRight(item: Keyed, response: readonly number[]): boolean;
}

/** All or nothing: exactly the key, in any order. */
export function isWholeKey({ answer }: Keyed, response: readonly number[]): boolean {
  return response.length === answer.length && answer.every((key) => response.includes(key));
}
