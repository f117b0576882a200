import type { CampaignStore } from './campaign/campaign-store.ts';
import type { FlagStore } from './flag.ts';
import type { Review } from './learning/review.ts';
import type { Reviewed } from './learning/review-step.ts';
import type { Standing } from './score.ts';
import type { Session } from './session.ts';

/**
 * Where sessions are kept. Every promise resolves after all that it tells of, or has changed, is on disk.
 * @throws Outage where the store cannot write
 */
export interface QuizStore {
  /** Adds a session and drops another, or neither. */
  add(session: Session, replaced: string | null): Promise<void>;
  session(id: string): Promise<Session | null>;
  /**
   * Applies a pure step to a session as one transaction: no other change comes between its reading and writing.
   * A step that gives back the same object changes nothing. Null where there is no such session.
   * The step is given the reviews of the session's person by item; one that it gives back is kept with the session,
   * both or neither.
   */
  change<T extends { session: Session; reviewed?: Reviewed | null }>(
    id: string,
    step: (session: Session, reviews: ReadonlyMap<string, Review>) => T,
  ): Promise<T | null>;
  /** What FSRS knows of a person's items, by item. */
  reviews(person: string): Promise<ReadonlyMap<string, Review>>;
  /** A person's unfinished sessions, latest begun first. */
  openSessions(person: string): Promise<Session[]>;
  /** A person's finished sessions, latest finished first. */
  finishedSessions(person: string, limit: number): Promise<Session[]>;
  /** The first `limit` persons by their best paper, the person's own standing if any, and how many have one. */
  standings(
    person: string,
    limit: number,
  ): Promise<{ first: Standing[]; own: Standing | null; persons: number }>;
  /** Deletes everything of a person; of their place on a roster and of their flags, what ties it to them. */
  forget(person: string): Promise<void>;
  campaigns: CampaignStore;
  flags: FlagStore;
  /** Waits for what is being written and lets other processes have the store. */
  close(): Promise<void>;
}
