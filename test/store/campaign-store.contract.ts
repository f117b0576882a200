import { describe, expect, it } from 'vitest';
import { createBank } from '../../src/quiz/bank.ts';
import type { CampaignStore } from '../../src/quiz/campaign/campaign-store.ts';
import { type AttemptStep, handIn } from '../../src/quiz/campaign/paper/answering.ts';
import type { Attempt } from '../../src/quiz/campaign/paper/attempt.ts';
import { type Begin, decideBegin } from '../../src/quiz/campaign/paper/begin.ts';
import { drawPaper, poolOf } from '../../src/quiz/campaign/paper/paper.ts';
import type { RuleEvent } from '../../src/quiz/campaign/paper/score-event.ts';
import { decideRedeem, handoverMs, hashToken } from '../../src/quiz/campaign/people/invite.ts';
import type { Participant } from '../../src/quiz/campaign/people/participant.ts';
import { extendRoster } from '../../src/quiz/campaign/people/roster.ts';
import { withSent } from '../../src/quiz/campaign/reminders/reminder.ts';
import type { QuizStore } from '../../src/quiz/quiz-store.ts';
import { answerItem, bankItems, campaignOf, opening } from '../fakes/campaign.ts';

const bank = createBank(bankItems(2));
const campaign = campaignOf();

export const participantOf = (id: string, person: string, rest: Partial<Participant> = {}): Participant => ({
  id,
  campaign: 'spring',
  persons: [person],
  unit: '历下区',
  entry: null,
  joinedAt: opening,
  name: null,
  admitted: 'yes',
  device: null,
  muted: false,
  handover: null,
  ...rest,
});

export const begin = (
  store: CampaignStore,
  participant: string,
  number = 1,
): Promise<Begin & { attempt?: Attempt }> =>
  store.begin(participant, (before) =>
    decideBegin(
      campaign,
      { participant, admitted: 'yes', level: 1, number, now: opening },
      before,
      (random) => drawPaper(campaign, poolOf(campaign, bank), new Set(), random),
    ),
  );

export const answer = (
  store: CampaignStore,
  id: string,
  n: number,
  right = true,
): Promise<AttemptStep | null> =>
  store.change(id, (attempt) =>
    answerItem(attempt, n, right, { campaign, bank, now: opening + 1000 * (n + 1) }),
  );

export const voided: RuleEvent = {
  type: 'rule',
  at: opening,
  campaign: 'spring',
  item: 'single-1-1-0',
  key: null,
  reason: '题干有误',
  changed: 0,
  points: 0,
};

/** A roster of one person and the token of their invite. */
export function rosterOfOne(name: string, id: string) {
  const person = { unit: '甲', district: null, name, staffNumber: null, phone: null };
  return extendRoster([], [person], { id: () => id, token: () => `token of ${name}` });
}

/** What every store of campaigns keeps to. */
export function campaignStoreContract(name: string, openStore: () => Promise<QuizStore>): void {
  const withStore = (title: string, act: (store: CampaignStore, quiz: QuizStore) => Promise<void>): void => {
    it(title, async () => {
      const quiz = await openStore();
      try {
        await act(quiz.campaigns, quiz);
      } finally {
        await quiz.close();
      }
    });
  };

  describe(`campaign store: ${name}`, () => {
    withStore('lets a person join a campaign once', async (store) => {
      const first = participantOf('aaaaaaaaaa', 'p');
      expect(await store.join('p', first)).toEqual(first);
      expect(await store.join('p', participantOf('bbbbbbbbbb', 'p', { unit: '市中区' }))).toEqual(first);
      await store.join('p', participantOf('cccccccccc', 'p', { campaign: 'autumn' }));
      expect(await store.participants('spring')).toEqual([first]);
      expect(await store.participant('spring', 'p')).toEqual(first);
      expect(await store.participant('spring', 'q')).toBeNull();
      expect(await store.participantById('aaaaaaaaaa')).toEqual(first);
      expect(await store.participantById('__proto__')).toBeNull();
      expect(await store.participant('winter', '__proto__')).toBeNull();
    });

    withStore('redeems an invite once, also when two come at the same time', async (store) => {
      const { roster, invites } = rosterOfOne('张三', 'eeeeeeeeee');
      await store.changeRoster('spring', () => roster);
      const redeem = (person: string, participant: string) =>
        store.redeem(hashToken(invites[0]!.token), person, (presented) =>
          decideRedeem(presented, { person, participant, now: opening }),
        );
      const [one, two, again] = await Promise.all([
        redeem('p', 'aaaaaaaaaa'),
        redeem('q', 'bbbbbbbbbb'),
        redeem('p', 'cccccccccc'),
      ]);
      expect([one.outcome, two.outcome, again.outcome]).toEqual(['joined', 'used', 'already-yours']);
      expect(await store.participants('spring')).toMatchObject([{ id: 'aaaaaaaaaa', entry: 'eeeeeeeeee' }]);
      let joined: ReadonlySet<string> = new Set();
      await store.changeRoster('spring', (before, holders) => {
        joined = holders;
        return [...before];
      });
      expect([...joined]).toEqual(['eeeeeeeeee']);
    });

    withStore('keeps who asks to be let in and what is decided, each seen before the next', async (store) => {
      const waiting = participantOf('aaaaaaaaaa', 'p', { admitted: 'waiting', name: '王明' });
      const apply = (participant: Participant) =>
        store.apply('spring', participant.persons[0]!, (own, all) =>
          all.length > 0 && !own ? { outcome: 'full' } : { outcome: 'applied', participant },
        );
      const both = await Promise.all([apply(waiting), apply(participantOf('bbbbbbbbbb', 'q'))]);
      expect(both.map(({ outcome }) => outcome)).toEqual(['applied', 'full']);
      await apply({ ...waiting, unit: '市中区' });
      expect(await store.participants('spring')).toMatchObject([{ unit: '市中区', admitted: 'waiting' }]);
      const admit = () =>
        store.admit('aaaaaaaaaa', (applicant) =>
          applicant.admitted === 'yes'
            ? { outcome: 'already-decided' }
            : { outcome: 'admitted', participant: { ...applicant, admitted: 'yes' } },
        );
      const twice = await Promise.all([admit(), admit()]);
      expect(twice.map((each) => each?.outcome)).toEqual(['admitted', 'already-decided']);
      expect(await store.participant('spring', 'p')).toMatchObject({ admitted: 'yes' });
      expect(await store.admit('zzzzzzzzzz', () => ({ outcome: 'not-yours' }))).toBeNull();
    });

    withStore(
      'keeps what was sent of reminders by campaign, and forgets who waits for one',
      async (store, quiz) => {
        expect(await store.reminders('spring')).toMatchObject({ stopped: false, sent: {} });
        await Promise.all(
          ['aaaaaaaaaa', 'bbbbbbbbbb'].map((whom) =>
            store.changeReminders('spring', (record) => withSent(record, [{ key: 'k', whom }])),
          ),
        );
        await store.changeReminders('spring', (record) => ({
          ...withSent(record, [{ key: 'opened', whom: 'p' }]),
          waiting: ['p', 'q'],
        }));
        await quiz.forget('p');
        expect(await store.reminders('spring')).toMatchObject({
          waiting: ['q'],
          sent: { k: ['aaaaaaaaaa', 'bbbbbbbbbb'], opened: [] },
        });
        expect((await store.reminders('autumn')).sent).toEqual({});
      },
    );

    withStore('moves who holds a place with it to another unit', async (store) => {
      const { roster } = rosterOfOne('张三', 'eeeeeeeeee');
      await store.changeRoster('spring', () => roster);
      await store.join('p', participantOf('aaaaaaaaaa', 'p', { unit: '甲', entry: 'eeeeeeeeee' }));
      await store.changeRoster('spring', (before) => before.map((entry) => ({ ...entry, unit: '乙' })));
      expect(await store.participant('spring', 'p')).toMatchObject({ unit: '乙', entry: 'eeeeeeeeee' });
    });

    withStore('keeps a roster and its invites where a change of it fails', async (store) => {
      const { roster, invites } = rosterOfOne('张三', 'eeeeeeeeee');
      await store.changeRoster('spring', () => roster);
      const failing = store.changeRoster('spring', () => {
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      const { outcome } = await store.redeem(hashToken(invites[0]!.token), 'p', (presented) =>
        decideRedeem(presented, { person: 'p', participant: 'aaaaaaaaaa', now: opening }),
      );
      expect(outcome).toBe('joined');
    });

    withStore('ends an invite that was issued anew', async (store) => {
      await store.changeRoster('spring', () => rosterOfOne('张三', 'eeeeeeeeee').roster);
      await store.changeRoster('spring', (roster) =>
        roster.map((entry) => ({ ...entry, invite: hashToken('new') })),
      );
      const seen = async (token: string) => {
        let found: unknown = null;
        await store.redeem(hashToken(token), 'p', ({ entry }) => {
          found = entry;
          return { outcome: 'unknown' };
        });
        return found;
      };
      expect(await seen('token of 张三')).toBeNull();
      expect(await seen('new')).toMatchObject({ name: '张三', campaign: 'spring' });
    });

    withStore('lets one more device in by a handover code, once', async (store) => {
      await store.join('p', participantOf('aaaaaaaaaa', 'p'));
      const code = hashToken('c');
      const handover = { code, until: opening + handoverMs };
      await store.changeParticipant('aaaaaaaaaa', (before) => ({ ...before, handover }));
      const redeem = (person: string) =>
        store.redeem(code, person, (presented) =>
          decideRedeem(presented, { person, participant: 'zzzzzzzzzz', now: opening }),
        );
      expect((await redeem('web')).outcome).toBe('device-added');
      expect((await redeem('other')).outcome).toBe('unknown');
      expect((await store.participant('spring', 'web'))?.id).toBe('aaaaaaaaaa');
      expect((await store.participant('spring', 'p'))?.id).toBe('aaaaaaaaaa');
    });

    withStore('begins an attempt once, however often it is asked', async (store) => {
      const begun = await Promise.all([1, 2, 3].map(() => begin(store, 'aaaaaaaaaa')));
      expect(begun.map(({ outcome }) => outcome)).toEqual(['begun', 'resumed', 'resumed']);
      expect(await store.attemptsOf('aaaaaaaaaa')).toHaveLength(1);
      expect(await store.attempts('spring')).toEqual([begun[0]!.attempt]);
      expect(await store.attempt('zzzzzzzzzz')).toBeNull();
    });

    withStore('records an answer once, however often and whatever is pressed', async (store) => {
      const { id } = (await begin(store, 'aaaaaaaaaa')).attempt!;
      const steps = await Promise.all([
        answer(store, id, 0),
        answer(store, id, 0, false),
        answer(store, id, 1),
      ]);
      expect(steps.map((step) => step?.outcome)).toEqual(['recorded', 'already-answered', 'recorded']);
      expect((await store.attempt(id))!.items.map((asked) => asked.answer?.right)).toEqual([
        true,
        true,
        undefined,
        undefined,
        undefined,
      ]);
      expect(
        await store.change('zzzzzzzzzz', (attempt) => handIn(attempt, { campaign, bank, now: opening })),
      ).toBeNull();
    });

    withStore('keeps rulings by campaign', async (store) => {
      await store.rule('spring', () => voided);
      expect(
        await store.rule('spring', (_, rulings) => (rulings.has(voided.item) ? null : voided)),
      ).toBeNull();
      expect([...(await store.rulings('spring'))]).toEqual([[voided.item, null]]);
      expect((await store.rulings('autumn')).size).toBe(0);
    });

    withStore(
      'forgets a person wholly in open campaigns, and keeps a roster’s place without them',
      async (store, quiz) => {
        await store.join('p', participantOf('aaaaaaaaaa', 'p'));
        await store.join('q', participantOf('bbbbbbbbbb', 'q'));
        await store.join('p', participantOf('cccccccccc', 'p', { campaign: 'autumn', entry: 'eeeeeeeeee' }));
        await quiz.forget('p');
        expect(await store.participant('spring', 'p')).toBeNull();
        expect((await store.participants('spring')).map(({ id }) => id)).toEqual(['bbbbbbbbbb']);
        expect(await store.participant('autumn', 'p')).toBeNull();
        expect(await store.participants('autumn')).toMatchObject([{ id: 'cccccccccc', persons: [] }]);
      },
    );

    withStore(
      'ends the invite of a place that its person has left, which may be issued anew',
      async (store, quiz) => {
        const { roster, invites } = rosterOfOne('张三', 'eeeeeeeeee');
        await store.changeRoster('spring', () => roster);
        await store.join('p', participantOf('aaaaaaaaaa', 'p', { entry: 'eeeeeeeeee' }));
        await quiz.forget('p');
        const wish = { person: 'q', participant: 'zzzzzzzzzz', now: 1 };
        const redeem = (token: string) =>
          store.redeem(hashToken(token), 'q', (presented) => decideRedeem(presented, wish));
        expect(await redeem(invites[0]!.token)).toEqual({ outcome: 'unknown' });
        let joined: ReadonlySet<string> = new Set(['?']);
        await store.changeRoster('spring', (before, held) => {
          joined = held;
          return before.map((entry) => ({ ...entry, invite: hashToken('new') }));
        });
        expect([...joined]).toEqual([]);
        expect(await redeem('new')).toMatchObject({ outcome: 'joined', participant: { id: 'aaaaaaaaaa' } });
      },
    );
  });
}
