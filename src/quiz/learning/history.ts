import type { Campaign } from '../campaign/campaign.ts';
import type { Campaigns } from '../campaign/campaigns.ts';
import type { Attempt } from '../campaign/paper/attempt.ts';
import type { QuizStore } from '../quiz-store.ts';
import type { Session } from '../session.ts';
import { answersOfAttempt, answersOfSession, type Trace, traceOf } from './answered.ts';
import type { Review } from './review.ts';

/** What one person has learnt from, as the store tells it at one moment. */
export interface History {
  traces: ReadonlyMap<string, Trace>;
  reviews: ReadonlyMap<string, Review>;
  /** Practice, papers and reviews under way. */
  open: readonly Session[];
  /** Attempts in campaigns, under way and over. */
  papers: readonly { attempt: Attempt; campaign: Campaign }[];
}

/** Reads what is this person's alone: their sessions, their reviews, and their attempts in each campaign. */
export async function readHistory(
  person: string,
  { store, campaigns }: { store: QuizStore; campaigns: Campaigns },
  now: number,
): Promise<History> {
  const [finished, open, reviews, papers] = await Promise.all([
    store.finishedSessions(person, Number.POSITIVE_INFINITY),
    store.openSessions(person),
    store.reviews(person),
    Promise.all(
      [...campaigns.values()].map(async (campaign) => {
        const participant = await store.campaigns.participant(campaign.id, person);
        if (!participant) return [];
        const [attempts, rulings] = await Promise.all([
          store.campaigns.attemptsOf(participant.id),
          store.campaigns.rulings(campaign.id),
        ]);
        return attempts.map((attempt) => ({ attempt, campaign, rulings }));
      }),
    ),
  ]);
  return {
    traces: traceOf([
      ...[...finished, ...open].flatMap(answersOfSession),
      ...papers
        .flat()
        .flatMap(({ attempt, campaign, rulings }) => answersOfAttempt(attempt, campaign, rulings, now)),
    ]),
    reviews,
    open,
    papers: papers.flat(),
  };
}
