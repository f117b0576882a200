import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captainsToTell, decideAdmit } from '../../../../src/quiz/campaign/people/applicants.ts';
import { decideApply, readName } from '../../../../src/quiz/campaign/people/apply.ts';
import { decideRedeem } from '../../../../src/quiz/campaign/people/invite.ts';
import type { Participant } from '../../../../src/quiz/campaign/people/participant.ts';
import { participantSchema } from '../../../../src/quiz/campaign/people/participant.ts';
import { campaignOf, opening } from '../../../fakes/campaign.ts';
import { participantOf, rosterOfOne } from '../../../store/campaign-store.contract.ts';

const units = ['历下区', '市中区', '槐荫区'];
const campaign = campaignOf({ audience: { kind: 'captains', units } });
const wish = { person: 'p', device: null, participant: 'aaaaaaaaaa', place: 1, name: '王小明', now: opening };
const waitingOf = (id: string, rest: Partial<Participant> = {}): Participant =>
  participantOf(id, id, { admitted: 'waiting', name: '王小明', ...rest });

it.each([
  ['  王小明 ', '王小明'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['Anna   Maria', 'Anna Maria'],
  ['𠮷野', '𠮷野'],
  ['王', null],
  ['王'.repeat(31), null],
  ['13800000000', null],
  ['王\t明', null],
  ['王\u2028明', null],
])('reads the name %j as %j', (typed, name) => expect(readName(typed)).toBe(name));

it('reads any text as one line that is as long as it may be, or refuses it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const name = readName(typed);
      if (name === null) return;
      expect([...name].length).toBeGreaterThanOrEqual(2);
      expect([...name].length).toBeLessThanOrEqual(30);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(readName(name)).toBe(name);
    }),
  );
});

it('lets five hundred wait in a unit and no more, and not after the close', () => {
  const crowd = Array.from({ length: 500 }, (_, i) => waitingOf(`p${String(i).padStart(9, '0')}`));
  expect(decideApply(campaign, wish, null, crowd.slice(1)).outcome).toBe('applied');
  expect(decideApply(campaign, wish, null, crowd).outcome).toBe('full');
  expect(decideApply(campaign, { ...wish, place: 2 }, null, crowd).outcome).toBe('applied');
  expect(decideApply(campaign, wish, crowd[0]!, crowd).outcome).toBe('renamed');
  expect(decideApply(campaign, { ...wish, now: campaign.window.closes }, null, []).outcome).toBe('closed');
  expect(decideApply(campaignOf(), wish, null, []).outcome).toBe('no-such-unit');
});

it('is decided in its own campaign alone, by the captain of a unit and not of its namesake elsewhere', () => {
  const captain = participantOf('captain000', 'c', { unit: '历下区', entry: 'entry00000' });
  const applicant = waitingOf('aaaaaaaaaa', { campaign: 'autumn', unit: '历下区' });
  expect(decideAdmit(campaign, captain, applicant, true).outcome).toBe('not-yours');
  const own = { ...applicant, campaign: campaign.id };
  expect(decideAdmit(campaign, captain, own, true).outcome).toBe('admitted');
});

it('comes to an end whatever is asked and answered: nobody is let in but by a captain, or refused more than twice', () => {
  const captains = units.map((unit, i) =>
    participantOf(`captain00${i}`, `c${i}`, { unit, entry: `entry0000${i}` }),
  );
  const step = fc.record({
    place: fc.integer({ min: 0, max: 4 }),
    name: fc.constantFrom('王小明', '李', '王晓明'),
    captain: fc.constantFrom(...captains, waitingOf('zzzzzzzzzz')),
    answer: fc.constantFrom(true, false, null),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let own: Participant | null = null;
      for (const { place, name, captain, answer } of steps) {
        const before: Participant | null = own;
        const applied = decideApply(campaign, { ...wish, place, name }, own, captains);
        if ('participant' in applied) own = applied.participant;
        if (own && own !== before) expect(own.admitted).toBe('waiting');
        if (before?.admitted === 'yes') expect(own).toBe(before);
        if (!own || answer === null) continue;
        const decided = decideAdmit(campaign, captain, own, answer);
        if (!('participant' in decided)) continue;
        expect(captain.unit).toBe(own.unit);
        expect(captain.entry).not.toBeNull();
        own = decided.participant;
      }
      if (!own) return;
      expect(own.refusedBy?.length ?? 0).toBeLessThanOrEqual(2);
      expect(participantSchema.safeParse(own).success).toBe(true);
      if (own.refusedBy?.length === 2) expect(own.admitted).toBe('refused');
    }),
  );
});

it('makes a captain of who waits as a member, but of nobody who is in already', () => {
  const { roster } = rosterOfOne('赵联络', 'entry00000');
  const entry = { ...roster[0]!, campaign: 'spring' };
  const redeem = (own: Participant) =>
    decideRedeem({ entry, holder: null, own }, { person: 'p', participant: 'zzzzzzzzzz', now: opening });
  const waiting = waitingOf('aaaaaaaaaa', { persons: ['p', 'q'] });
  expect(redeem(waiting)).toMatchObject({
    outcome: 'joined',
    participant: { id: 'aaaaaaaaaa', persons: ['p', 'q'], entry: 'entry00000', admitted: 'yes', name: null },
  });
  expect(redeem({ ...waiting, admitted: 'yes' }).outcome).toBe('joined-as-another');
});

it('tells no captain of another unit, of an answered list, or who wants no notices', () => {
  const captain = participantOf('captain000', 'c', { entry: 'entry00000' });
  const told = (...participants: Participant[]): string[] =>
    captainsToTell(campaign, participants, {}, opening).map((each) => each.captain);
  expect(told(captain, waitingOf('aaaaaaaaaa'))).toEqual(['captain000']);
  expect(told(captain, waitingOf('aaaaaaaaaa', { unit: '市中区' }))).toEqual([]);
  expect(told(captain, waitingOf('aaaaaaaaaa', { admitted: 'yes' }))).toEqual([]);
  expect(told({ ...captain, muted: true }, waitingOf('aaaaaaaaaa'))).toEqual([]);
});
