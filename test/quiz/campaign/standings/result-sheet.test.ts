import { expect, it } from 'vitest';
import { createBank } from '../../../../src/quiz/bank.ts';
import { graceMs } from '../../../../src/quiz/campaign/paper/deadline.ts';
import type { RosterEntry } from '../../../../src/quiz/campaign/people/participant.ts';
import { resultSheetOf } from '../../../../src/quiz/campaign/standings/result-sheet.ts';
import { bankItems, begunAttempt, campaignOf, playedAttempt } from '../../../fakes/campaign.ts';
import { participantOf } from '../../../store/campaign-store.contract.ts';

const bank = createBank(bankItems(2));
const entryOf = (id: string, name: string | null, staffNumber: string | null): RosterEntry => ({
  id,
  unit: '甲局',
  district: null,
  name,
  staffNumber,
  phone: null,
  invite: '0'.repeat(64),
});
const roster = [
  entryOf('e000000001', '张三', '001'),
  entryOf('e000000002', '李四', null),
  entryOf('e000000003', null, '003'),
  entryOf('e000000004', '赵六', null),
];
const played = (campaign: ReturnType<typeof campaignOf>, id: string, rights: number) =>
  playedAttempt(begunAttempt(campaign, bank, id), campaign, bank, (n) => n < rights);

it('ranks results and names who of the roster has none, also who has joined or begun', () => {
  const campaign = campaignOf({ audience: { kind: 'roster' } });
  const participants = roster
    .slice(0, 3)
    .map(({ id }, i) => participantOf('abc'[i]!.repeat(10), `web:${i}`, { entry: id, unit: '甲局' }));
  const attempts = [played(campaign, 'aaaaaaaaaa', 3), played(campaign, 'bbbbbbbbbb', 5)];
  const begun = begunAttempt(campaign, bank, 'cccccccccc');
  const of = (now: number) =>
    resultSheetOf(
      campaign,
      { participants, roster, attempts: [...attempts, begun], rulings: new Map() },
      now,
    );
  const early = of(begun.startedAt + 10_000);
  expect(early.rows.map(({ rank, person, result }) => [rank, person, result?.score ?? null])).toEqual([
    [1, '李四', 100],
    [2, '张三（001）', 60],
    [null, '003', null],
    [null, '赵六', null],
  ]);
  expect(early).toMatchObject({
    closed: false,
    listed: 4,
    passed: 2,
    scores: { average: 80, highest: 100, lowest: 60 },
  });
  const late = of(campaign.window.closes + graceMs + 1);
  expect(late.closed).toBe(true);
  expect(late.rows.filter(({ result }) => result === null).map(({ person }) => person)).toEqual(['赵六']);
  expect(of(campaign.window.closes + graceMs).closed).toBe(false);
});

it('lists an open campaign by participant, without the forgotten and without absence', () => {
  const campaign = campaignOf();
  const attempts = [played(campaign, 'aaaaaaaaaa', 5), played(campaign, 'bbbbbbbbbb', 5)];
  const participants = [participantOf('aaaaaaaaaa', 'web:1')];
  const sheet = resultSheetOf(
    campaign,
    { participants, roster, attempts, rulings: new Map() },
    campaign.window.closes,
  );
  expect(sheet.rows.map(({ person, unit }) => [person, unit])).toEqual([['aaaaaaaaaa', '历下区']]);
  expect(sheet.listed).toBeNull();
});
