import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { plainText } from '../message/plain-text.ts';

/** A question whose answer must hold every one of the strings. */
export const answerRecord = z.object({
  id: z.string().optional(),
  question: z.string().min(1),
  answer_must_contain: z.array(z.string().min(1)).min(1),
});
export type AnswerRecord = z.infer<typeof answerRecord>;

export interface AnswersRun {
  figures: {
    questions: number;
    answered: number;
    correct: number;
    answeredShare: number;
    correctShare: number;
  };
  lines: { id: string; status: string; text: string; sources: Answer['message']['sources'] }[];
  /** What each wrong answer lacks. */
  missed: { id: string; question: string; missing: string[] }[];
}

/** Correct: answered, and the text holds every string. */
export async function evaluateAnswers(
  records: AnswerRecord[],
  answer: (question: string) => Promise<Answer>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AnswersRun> {
  const lines: AnswersRun['lines'] = [];
  const missed: AnswersRun['missed'] = [];
  for (const [i, record] of records.entries()) {
    const { status, message } = await answer(record.question);
    const id = record.id ?? String(i + 1);
    const text = plainText(message, Date.now());
    lines.push({ id, status, text, sources: message.sources });
    const missing = record.answer_must_contain.filter((needle) => !text.includes(needle));
    if (missing.length > 0 || status !== 'answered') missed.push({ id, question: record.question, missing });
    onProgress(i + 1, records.length);
  }
  const answered = lines.filter((line) => line.status === 'answered').length;
  const correct = records.length - missed.length;
  const share = (n: number): number => (records.length === 0 ? 0 : n / records.length);
  return {
    figures: {
      questions: records.length,
      answered,
      correct,
      answeredShare: share(answered),
      correctShare: share(correct),
    },
    lines,
    missed,
  };
}
