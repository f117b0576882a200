import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import { phaseAt } from '../../quiz/campaign/campaign.ts';
import { reachOf } from '../../quiz/campaign/reminders/reach.ts';
import { campaignIn } from '../campaign-in.ts';
import { operation } from '../operation.ts';

/** Has a reminder sent now by the running bot, within a minute; `dry` only counts. */
export const remind = operation({
  name: 'remind',
  input: z.strictObject({
    campaign: z.string(),
    to: z.enum(['everybody', 'not-finished']),
    dry: z.boolean(),
  }),
  result: z.strictObject({
    due: z.number(),
    reachable: z.number().nullable(),
    muted: z.number(),
    neverJoined: z.number(),
  }),
  async run({ campaign: id, to, dry }, { store: { campaigns: store }, content, now, reaches }) {
    const campaign = campaignIn(content, id);
    const refuse = (problem: string): BadInput => new BadInput({ file: `campaign ${id}` }, problem);
    if (phaseAt(campaign, now()) === 'closed') throw refuse('is over; there is nothing to remind of');
    const [participants, attempts, roster, { stopped }] = await Promise.all([
      store.participants(id),
      store.attempts(id),
      store.roster(id),
      store.reminders(id),
    ]);
    const reach = reachOf(campaign, to, { participants, attempts, roster }, reaches ?? null, now());
    if (dry) return reach;
    if (!reaches) throw refuse('no bot is running, nothing can be sent');
    if (reach.due === 0)
      throw refuse(
        `there is nobody to remind (${reach.muted} want no reminders, ${reach.neverJoined} on the roster have never joined)`,
      );
    if (reach.reachable === 0)
      throw refuse(`the running bot can write to none of the ${reach.due}; is TELEGRAM_BOT_TOKEN set?`);
    if (stopped) throw refuse('its reminders are stopped; see --resume');
    await store.changeReminders(id, (record) => ({
      ...record,
      asked: [...record.asked, { to, at: now() }],
    }));
    return reach;
  },
});
