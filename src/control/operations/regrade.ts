import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import type { Item } from '../../quiz/bank-file.ts';
import { ruleEvent } from '../../quiz/campaign/paper/regrade.ts';
import { questionType } from '../../quiz/questions/index.ts';
import { campaignIn } from '../campaign-in.ts';
import { operation } from '../operation.ts';

/** Voids an item of a campaign or gives it another key; null where it is ruled so already. */
export const regrade = operation({
  name: 'regrade',
  input: z.strictObject({
    campaign: z.string(),
    item: z.string(),
    /** Letters in the order of the bank, as A or AC; null voids the item. */
    key: z.string().nullable(),
    reason: z.string().min(1),
  }),
  result: z.strictObject({ changed: z.number(), points: z.number() }).nullable(),
  async run({ campaign, item: id, key: letters, reason }, { store, content, now }) {
    const { title } = campaignIn(content, campaign);
    const item = content.bank.item(id);
    const key = letters === null ? null : readKey(letters, item, id);
    const event = await store.campaigns.rule(campaign, (attempts, rulings) => {
      if (!item && !attempts.some(({ items }) => items.some((asked) => asked.item === id)))
        throw new BadInput({ file: `item ${id}` }, `was never asked in ${title}`);
      return ruleEvent(campaign, { item: id, key, reason }, attempts, rulings, now());
    });
    return event && { changed: event.changed, points: event.points };
  },
});

/** @throws BadInput where the letters are no key of the item */
function readKey(letters: string, item: Item | undefined, id: string): number[] {
  const place = { file: `item ${id}` };
  if (!item) throw new BadInput(place, 'the banks no longer hold it, so it can only be voided');
  const key = [...new Set(letters.toUpperCase())]
    .map((letter) => letter.charCodeAt(0) - 65)
    .sort((a, b) => a - b);
  const last = String.fromCharCode(64 + item.options.length);
  if (key.length === 0 || key.some((option) => !(option >= 0 && option < item.options.length)))
    throw new BadInput(place, `--key goes from A to ${last}`);
  const problem = questionType(item.type).problems({ options: item.options, answer: key })[0];
  if (problem !== undefined) throw new BadInput(place, problem);
  return key;
}
