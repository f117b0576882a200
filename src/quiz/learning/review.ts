import { z } from 'zod';

const moment = z.number().int().min(0);

/** What FSRS knows of one item and one person after a review (ts-fsrs' Card, with moments in milliseconds), as it is stored. */
export const reviewSchema = z.strictObject({
  due: moment,
  stability: z.number(),
  difficulty: z.number(),
  scheduledDays: z.number(),
  learningSteps: z.number().int().min(0),
  reps: z.number().int().min(0),
  lapses: z.number().int().min(0),
  state: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  lastReview: moment,
});

export type Review = z.infer<typeof reviewSchema>;
