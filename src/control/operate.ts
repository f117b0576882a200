import { join } from 'node:path';
import type { z } from 'zod';
import { prepareDataDir } from '../data-dir.ts';
import type { CampaignFolders } from '../quiz/campaign/campaigns.ts';
import { openContent } from '../quiz/content.ts';
import { openQuizStore } from '../store/lowdb.ts';
import { askBot } from './ask-bot.ts';
import type { Operation } from './operation.ts';

/**
 * Does an operation wherever the records are: in the running bot, or here under their lock where none is running.
 * @throws BadInput and Outage as the operation does; BadInput where another process that is no bot holds the records
 */
export async function operate<Input extends z.ZodType, Result extends z.ZodType>(
  folders: CampaignFolders,
  operation: Operation<Input, Result>,
  input: z.infer<Input>,
): Promise<z.infer<Result>> {
  const asked = await askBot(folders.dataDir, operation, input);
  if (asked.running) return asked.result;
  const now = Date.now;
  const content = await openContent(folders, now);
  await prepareDataDir(folders.dataDir);
  const store = await openQuizStore(join(folders.dataDir, 'quiz.json'));
  try {
    return await operation.run(input, { store, content, now });
  } finally {
    await store.close();
  }
}
