import type { CampaignStore } from './campaign/campaign-store.ts';
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
   */
  change<T extends { session: Session }>(id: string, step: (session: Session) => T): Promise<T | null>;
  /** A person's unfinished sessions, latest begun first. */
  openSessions(person: string): Promise<Session[]>;
  /** A person's finished sessions, latest finished first. */
  finishedSessions(person: string, limit: number): Promise<Session[]>;
  /** The first `limit` persons by their best paper, the person's own standing if any, and how many have one. */
  standings(
    person: string,
    limit: number,
  ): Promise<{ first: Standing[]; own: Standing | null; persons: number }>;
  /** Deletes everything of a person; of their place on a roster, what ties it to them. */
  forget(person: string): Promise<void>;
  campaigns: CampaignStore;
  /** Waits for what is being written and lets other processes have the store. */
  close(): Promise<void>;
}
