import { readAction } from '../../message/action.ts';

/** What a group may see. All else is of one person: scores, papers, records, and what is yet to come. */
const commands = new Set(['start', 'help', 'ask', 'law', 'services', 'privacy']);
const presses = new Set(['passage', 'guide', 'part', 'book', 'chapter']);

/** What the link into the private chat says where there is nothing to go on with. */
const nothing = 'private';

export const isPrivateCommand = (name: string): boolean => !commands.has(name);

/** Whether a command of a group is to be done in the private chat: an invite is of one person too. */
export const isPrivate = (name: string, argument: string): boolean =>
  isPrivateCommand(name) || (name === 'start' && argument !== '');

export function isPrivatePress(payload: string): boolean {
  const action = readAction(payload);
  if (!action) return false;
  return action[0] === 'command' ? isPrivateCommand(action[1]) : !presses.has(action[0]);
}

/** The payload of `?start=`: the invite that was sent to the group, or none. */
export const startOfCommand = (name: string, argument: string): string =>
  (name === 'start' || name === 'join') && isStartPayload(argument) ? argument : nothing;

/** The campaign whose button was pressed in the group, or none. */
export function startOfPress(payload: string): string {
  const [kind, campaign] = readAction(payload) ?? [];
  return kind?.startsWith('campaign') ? `${campaign}` : nothing;
}

/** What Telegram carries in a deep link (core.telegram.org/bots/features#deep-linking). */
const isStartPayload = (word: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(word);
