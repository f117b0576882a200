import { askBot } from '../control/ask-bot.ts';
import { reload } from '../control/operations/reload.ts';
import { BadInput, Outage } from '../errors.ts';
import type { Reloaded } from '../quiz/content.ts';

/**
 * Has a running bot take up what a command has just written; null where none is running.
 * @throws Outage where the bot goes on as before, and why
 */
export async function reloadBot(dataDir: string): Promise<Reloaded | null> {
  const asked = await askBot(dataDir, reload, {}).catch((cause) => {
    if (!(cause instanceof BadInput || cause instanceof Outage)) throw cause;
    const remedy = 'mend that, then `mingbai campaign reload`';
    throw new Outage(`written, but the running bot goes on as before: ${cause.message}; ${remedy}`, {
      cause,
    });
  });
  return asked.running ? asked.result : null;
}
