import { z } from 'zod';
import { campaignIn } from '../campaign-in.ts';
import { operation } from '../operation.ts';

/** Stops every reminder of a campaign, also one that is being sent, or lets them go on. */
export const stopReminders = operation({
  name: 'stop-reminders',
  input: z.strictObject({ campaign: z.string(), stopped: z.boolean() }),
  result: z.strictObject({ changed: z.boolean() }),
  async run({ campaign, stopped }, { store, content }) {
    campaignIn(content, campaign);
    let changed = false;
    await store.campaigns.changeReminders(campaign, (record) => {
      changed = record.stopped !== stopped;
      return changed ? { ...record, stopped } : record;
    });
    return { changed };
  },
});
