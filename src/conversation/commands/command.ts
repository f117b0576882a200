import type { Compose } from '../../answer/compose.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Person, TurnEvent } from '../../message/message.ts';
import type { CampaignPlay } from '../../quiz/campaign/campaign-play.ts';
import type { Content } from '../../quiz/content.ts';
import type { Boundness } from '../../quiz/correction/binding.ts';
import type { Play } from '../../quiz/play.ts';
import type { Turns } from '../turns.ts';

export interface ConversationDeps {
  compose: Compose;
  library: Library;
  play: Play;
  campaigns: CampaignPlay;
  turns: Turns;
  content: Pick<Content, 'reload'>;
  /** How items stand to the law that the knowledge holds now. */
  boundness: () => Promise<Record<Boundness, number>>;
}

/** One /command, the same in every channel. Adding one is a new file and a line in index.ts. */
export interface Command {
  name: string;
  /** Shown in /help and in Telegram's menu. */
  description: string;
  /** Left out of menus, and refused to anybody else. */
  adminOnly?: true;
  /** Left out of menus: it is what a message's field sends. */
  unlisted?: true;
  run(person: Person, argument: string, deps: ConversationDeps): AsyncGenerator<TurnEvent>;
}
