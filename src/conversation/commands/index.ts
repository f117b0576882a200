import { admin } from './admin.ts';
import { ask } from './ask.ts';
import { campaign, join } from './campaign.ts';
import type { Command } from './command.ts';
import { createHelp } from './help.ts';
import { law } from './law.ts';
import { forget, forgetYes, privacy } from './privacy.ts';
import { quiz, score } from './quiz.ts';
import { services } from './services.ts';
import { start } from './start.ts';

export const commands: readonly Command[] = [
  start,
  ask,
  quiz,
  score,
  campaign,
  join,
  law,
  services,
  privacy,
  forget,
  forgetYes,
  createHelp(menuCommands),
  admin,
];

/** The commands that menus list. */
export function menuCommands(): Command[] {
  return commands.filter((command) => !command.adminOnly && command.description !== '');
}
