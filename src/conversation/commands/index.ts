import { admin } from './admin.ts';
import { apply } from './apply.ts';
import { ask } from './ask.ts';
import { campaign, join } from './campaign.ts';
import type { Command } from './command.ts';
import { createHelp } from './help.ts';
import { law } from './law.ts';
import { learn, wrong } from './learning.ts';
import { forget, forgetYes, privacy } from './privacy.ts';
import { quiz, score } from './quiz.ts';
import { services } from './services.ts';
import { start } from './start.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
  start,
  ask,
  quiz,
  score,
  learn,
  wrong,
  campaign,
  join,
  apply,
  verify,
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
  return commands.filter(
    ({ adminOnly, unlisted, description }) => !adminOnly && !unlisted && description !== '',
  );
}
