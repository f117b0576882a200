import { expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import { certificateNumber } from '../../../../src/quiz/campaign/certificate/certificate-number.ts';
import { createCertificates } from '../../../../src/quiz/campaign/certificate/certificates.ts';
import type { Attempt } from '../../../../src/quiz/campaign/paper/attempt.ts';
import type { Participant, RosterEntry } from '../../../../src/quiz/campaign/people/participant.ts';
import { bankItems, begunAttempt, campaignOf, opening, playedAttempt } from '../../../fakes/campaign.ts';
import { participantOf } from '../../../store/campaign-store.contract.ts';

const campaign = campaignOf();
const bank = createBank(bankItems(2));
const [me, other] = ['aaaaaaaaaa', 'bbbbbbbbbb'];
const entry: RosterEntry = {
  id: 'eeeeeeeeee',
  unit: '历下区',
  district: null,
  name: '王小明',
  staffNumber: '7',
  phone: null,
  invite: '0'.repeat(64),
};

/** Certificates over records that a test changes; `listed` counts how often everybody was listed. */
function setUp() {
  const participants = new Map<string, Participant>([[me, participantOf(me, 'web:1')]]);
  const attempts = new Map<string, Attempt>();
  const rulings = new Map<string, readonly number[] | null>();
  const world = { participants, attempts, rulings, now: opening + 3600_000, listed: 0 };
  const certificates = createCertificates({
    campaigns: new Map([[campaign.id, campaign]]),
    store: {
      participantById: async (id) => participants.get(id) ?? null,
      participants: async () => {
        world.listed++;
        return [...participants.values()];
      },
      roster: async () => [entry],
      attemptsOf: async (id) => [...attempts.values()].filter(({ participant }) => participant === id),
      rulings: async () => rulings,
    },
    now: () => world.now,
    publicUrl: 'https://mingbai.test',
  });
  const play = (participant: string, rights: number, number = 1): void => {
    const before = [...attempts.values()].filter((attempt) => attempt.participant === participant);
    const begun = begunAttempt(campaign, bank, participant, { number, before, now: opening + number });
    attempts.set(
      begun.id,
      playedAttempt(begun, campaign, bank, (n) => n < rights),
    );
  };
  return { ...certificates, world, play };
}
const numberOf = (id: string): string => certificateNumber(campaign.id, id);

it('gives a certificate to who has passed, with the score, the tier and the name that the roster knows', async () => {
  const { of, world, play } = setUp();
  const named = participantOf(me, 'web:1', { entry: entry.id });
  expect(await of(campaign, named)).toBeNull();
  play(me, 2);
  expect(await of(campaign, named)).toBeNull();
  play(me, 4, 2);
  const address = `https://mingbai.test/v/${numberOf(me)}`;
  expect(await of(campaign, named)).toMatchObject({
    holder: '王小明',
    score: 80,
    maximum: 100,
    tier: '合格',
    address,
  });
  expect(await of(campaign, participantOf(me, 'web:1'))).toMatchObject({ holder: null, unit: '历下区' });
  expect(await of(campaign, { ...named, name: '王大明', entry: null })).toMatchObject({ holder: '王大明' });
  expect(await of(campaign, { ...named, admitted: 'refused' })).toBeNull();
  expect(world.listed).toBe(0);
});

it('verifies what holds now: the name covered, the score after a regrade, and no more where that fails', async () => {
  const { verify, world, play } = setUp();
  world.participants.set(me, participantOf(me, 'web:1', { entry: entry.id }));
  play(me, 3);
  const typed = numberOf(me).toLowerCase().replaceAll('-', ' ');
  const valid = { holder: '王**', score: 60, tier: '合格', unit: '历下区' };
  expect(await verify(typed)).toMatchObject({ outcome: 'valid', certificate: valid });
  const [attempt] = [...world.attempts.values()];
  const [right, missed] = [attempt!.items[0]!, attempt!.items[4]!];
  world.rulings.set(missed.item, null);
  expect(await verify(typed)).toMatchObject({ outcome: 'valid', certificate: { score: 80 } });
  world.rulings.delete(missed.item);
  world.rulings.set(right.item, [3]);
  expect(await verify(typed)).toEqual({ outcome: 'no-longer', title: '春季竞赛' });
  expect(await verify(`${typed.slice(0, -1)}${typed.endsWith('0') ? '1' : '0'}`)).toEqual({
    outcome: 'misread',
  });
  expect(await verify(numberOf(other))).toEqual({ outcome: 'unknown' });
  world.participants.delete(me);
  expect(await verify(typed)).toEqual({ outcome: 'unknown' });
});

it('lists everybody once, again only for a number it lacks and not at once, and knows what it has given', async () => {
  const { of, verify, world, play } = setUp();
  for (const id of [me, other]) play(id, 5);
  await Promise.all([verify(numberOf(me)), verify(numberOf(me)), verify(numberOf(other))]);
  expect(world.listed).toBe(1);
  const late = participantOf(other, 'web:2');
  world.participants.set(other, late);
  expect(await verify(numberOf(other))).toEqual({ outcome: 'unknown' });
  world.now += 10_000;
  expect(await verify(numberOf(other))).toMatchObject({ outcome: 'valid' });
  for (let i = 0; i < 5; i++) await verify(numberOf(me));
  expect(world.listed).toBe(2);
  const third = participantOf('cccccccccc', 'web:3');
  world.participants.set(third.id, third);
  play(third.id, 5);
  await of(campaign, third);
  expect(await verify(numberOf(third.id))).toMatchObject({ outcome: 'valid' });
  expect(world.listed).toBe(2);
});
