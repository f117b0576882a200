import type { Action } from '../../message/action.ts';
import type { Message, Person } from '../../message/message.ts';
import type { QuizReply } from '../play.ts';

type CampaignKind = Extract<Action[0], 'campaign' | `campaign-${string}` | `paper-${string}`>;

export type CampaignAction = Extract<Action, [CampaignKind, ...unknown[]]>;

/** Campaigns as the conversation sees them. Every reply is given after what it reports is on disk. */
export interface CampaignPlay {
  /** The campaigns that can be opened. */
  menu(): Message;
  /** What an invite, a handover code or a campaign's id opens; null for any other word. */
  enter(person: Person, word: string): Promise<Message | null>;
  /** As `enter`, but other words are told to be no invites. */
  join(person: Person, word: string): Promise<Message>;
  /** A name for the captain of a unit: campaign, place of the unit, name. */
  apply(person: Person, words: string): Promise<Message>;
  /** What a certificate's number comes to; asks for one where nothing is typed. */
  verify(typed: string): Promise<Message>;
  press(person: Person, action: CampaignAction): Promise<QuizReply>;
}
