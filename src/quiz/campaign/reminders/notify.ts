import type { Message } from '../../../message/message.ts';

/**
 * Tells a person something outside any turn of theirs. `unreachable`: they have blocked the bot or are gone;
 * `no-channel`: nothing of ours can begin a conversation where they are, as on the web.
 * @throws Outage where the channel cannot be reached now
 */
export type Notify = (person: string, message: Message) => Promise<'sent' | 'unreachable' | 'no-channel'>;
