import type { Message, UserFromGetMe } from 'grammy/types';
import { commands } from '../../conversation/commands/index.ts';
import { isPrivate, startOfCommand } from './private-only.ts';

export type Reading =
  | { kind: 'said'; text: string }
  /** To be done in the private chat, which is opened with `start`. */
  | { kind: 'elsewhere'; start: string }
  /** A picture, a voice, a sticker in a private chat. */
  | { kind: 'wordless' }
  /** Not for this bot. */
  | { kind: 'unaddressed' };

const wordless = [
  'photo',
  'voice',
  'audio',
  'video',
  'video_note',
  'document',
  'sticker',
  'location',
  'contact',
] as const;

/** What a message says to the bot. In groups only a command of its own, a mention or a reply to it counts. */
export function readMessage(message: Message, me: Pick<UserFromGetMe, 'id' | 'username'>): Reading {
  const inPrivate = message.chat.type === 'private';
  const written = message.text ?? message.caption;
  if (written === undefined) {
    return { kind: inPrivate && wordless.some((kind) => kind in message) ? 'wordless' : 'unaddressed' };
  }
  if (message.from?.is_bot || message.sender_chat) return { kind: 'unaddressed' };
  const [text, mentioned] = withoutMention(written.trim(), me.username);
  const [, name, bot, argument = ''] = /^\/(\w+)(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  if (bot !== undefined) return { kind: 'unaddressed' };
  const command = commands.find((each) => each.name === name?.toLowerCase());
  const replied = message.reply_to_message?.from?.id === me.id;
  if (!inPrivate && !mentioned && !replied && !command) return { kind: 'unaddressed' };
  return !inPrivate && command && isPrivate(command.name, argument)
    ? { kind: 'elsewhere', start: startOfCommand(command.name, argument) }
    : { kind: 'said', text };
}

/** `/ask@bot …` and `@bot …` without the bot's name; the @ of others stays. */
function withoutMention(text: string, username: string): [text: string, mentioned: boolean] {
  const rest = text.replaceAll(new RegExp(`(?<=^/\\w+|(?<!\\w))@${username}(?!\\w)`, 'gi'), '');
  return [rest.trim(), rest !== text];
}
