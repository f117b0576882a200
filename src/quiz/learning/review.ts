import { z } from 'zod';

const moment = z.number().int().min(0);

/**
 * What FSRS knows of one item and one person after a review, as it is stored: ts-fsrs' Card with moments in
 * milliseconds, less what never differs without learning steps (see schedule.ts): the state is always Review.
 */
export const reviewSchema = z.strictObject({
  /** The midnight in Asia/Shanghai from which it is due. */
  due: moment,
  /** Days after which nine of ten are still known. */
  stability: z.number().positive(),
  /** From 1, easy, to 10. */
  difficulty: z.number().min(1).max(10),
  /** Days from the last review until it is due. */
  scheduledDays: z.number().int().min(1),
  reps: z.number().int().min(1),
  lapses: z.number().int().min(0),
  lastReview: moment,
});

export type Review = z.infer<typeof reviewSchema>;
