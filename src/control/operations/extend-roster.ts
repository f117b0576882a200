import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import { extendRoster as extended, type Invite } from '../../quiz/campaign/people/roster.ts';
import { randomId } from '../../quiz/random.ts';
import { campaignIn } from '../campaign-in.ts';
import { operation } from '../operation.ts';

const nullable = z.string().min(1).nullable();
const named = { unit: z.string().min(1), name: nullable, staffNumber: nullable };

/** Puts persons on a campaign's roster; the invites that this gives can be read this once. */
export const extendRoster = operation({
  name: 'extend-roster',
  input: z.strictObject({
    campaign: z.string(),
    persons: z.array(z.strictObject({ ...named, district: nullable, phone: nullable })),
    /** New invites also for those on the roster who have not joined yet. */
    reissue: z.boolean(),
  }),
  result: z.strictObject({
    title: z.string(),
    invites: z.array(z.strictObject({ ...named, token: z.string() })),
  }),
  async run({ campaign, persons, reissue }, { store, content }) {
    const { title, audience } = campaignIn(content, campaign);
    const refuse = (problem: string): BadInput => new BadInput({ file: `campaign ${campaign}` }, problem);
    if (audience.kind === 'open')
      throw refuse('is open to anybody; audience.kind must be roster or captains');
    if (audience.kind === 'captains') {
      const units = new Set(audience.units.map(({ name }) => name));
      const stray = persons.find(({ unit }) => !units.has(unit));
      if (stray)
        throw refuse(`has no unit ${stray.unit}; captains stand on the roster by the units it lists`);
    }
    let invites: Invite[] = [];
    await store.campaigns.changeRoster(campaign, (before, joined) => {
      const renew = reissue ? (entry: { id: string }) => !joined.has(entry.id) : null;
      const after = extended(before, persons, { id: newId, token: newToken }, renew);
      invites = after.invites;
      return after.roster;
    });
    return {
      title,
      invites: invites.map(({ entry: { unit, name, staffNumber }, token }) => ({
        unit,
        name,
        staffNumber,
        token,
      })),
    };
  },
});

const newId = (): string => randomId(10, () => randomInt(2 ** 32) / 2 ** 32);
/** 128 random bits. None begins with a hyphen, from which a spreadsheet makes a formula. */
function newToken(): string {
  const token = randomBytes(16).toString('base64url');
  return token.startsWith('-') ? newToken() : token;
}
