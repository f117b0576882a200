import type { z } from 'zod';
import type { Content } from '../quiz/content.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';

/** What an operation works on: that of the running bot, or that of a command where no bot is running. */
export interface OperationContext {
  store: QuizStore;
  content: Content;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Of a running bot: whether it can write to a person of itself. */
  reaches?: (person: string) => boolean;
}

/**
 * Something an admin does to the records, in whatever process holds them. Input and result cross to the running bot
 * as JSON, so their schemas transform nothing. Adding one is a new file and a line in operations/index.ts.
 */
export interface Operation<Input extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  /** a–z and hyphens. */
  name: string;
  input: Input;
  result: Result;
  /** @throws BadInput or Outage, which the caller gets as they are */
  run(input: z.infer<Input>, context: OperationContext): Promise<z.infer<Result>>;
}

/** An operation with the types of its schemas. */
export const operation = <Input extends z.ZodType, Result extends z.ZodType>(
  described: Operation<Input, Result>,
): Operation<Input, Result> => described;
