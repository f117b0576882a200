import type { CampaignStore } from '../quiz/campaign/campaign-store.ts';
import { emptyRecord } from '../quiz/campaign/reminders/reminder-record.ts';
import type { Data } from './data.ts';

/** Records of reminders over a table, which they change in place. */
export function createReminderRecords(
  reminders: Data['reminders'],
  commit: () => Promise<void>,
  settled: () => Promise<void>,
): {
  store: Pick<CampaignStore, 'reminders' | 'changeReminders'>;
  /** For the caller to commit. */
  forget(person: string): void;
} {
  const at = (campaign: string) => (Object.hasOwn(reminders, campaign) ? reminders[campaign]! : emptyRecord);
  return {
    store: {
      async reminders(campaign) {
        const found = at(campaign);
        await settled();
        return found;
      },
      async changeReminders(campaign, change) {
        const before = at(campaign);
        const changed = change(before);
        if (changed === before) await settled();
        else {
          reminders[campaign] = changed;
          await commit();
        }
        return changed;
      },
    },
    forget(person) {
      const without = (list: readonly string[]): string[] => list.filter((other) => other !== person);
      for (const [campaign, record] of Object.entries(reminders)) {
        const sent = Object.entries(record.sent).map(([key, done]) => [key, without(done)] as const);
        reminders[campaign] = {
          ...record,
          waiting: without(record.waiting),
          sent: Object.fromEntries(sent),
        };
      }
    },
  };
}
