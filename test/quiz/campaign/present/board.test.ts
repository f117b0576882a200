import { expect, it } from 'vitest';
import { phrases } from '../../../../src/quiz/campaign/phrases.ts';
import { presentBoard } from '../../../../src/quiz/campaign/present/board.ts';
import type { GroupStanding } from '../../../../src/quiz/campaign/standings/standings.ts';
import type { Standings } from '../../../../src/quiz/campaign/standings/tally.ts';
import { campaignOf, opening } from '../../../fakes/campaign.ts';

const unit = (name: string, tookPart: number, persons: number | null, average = 80): GroupStanding => ({
  name,
  district: null,
  persons,
  tookPart,
  participation: persons === null ? null : tookPart / persons,
  figures: tookPart < 5 ? null : { average, passRate: 1 },
  rank: tookPart < 5 ? null : 1,
});
const standings = (units: GroupStanding[]): Standings => ({
  persons: [],
  units,
  districts: [],
  joined: 30,
  expected: 40,
  running: 7,
  nameOf: () => '王小明',
});
const board = (units: GroupStanding[], now = opening) => presentBoard(campaignOf(), standings(units), now);
const titled = (shown: ReturnType<typeof board>, part: string) =>
  shown.charts.find(({ title }) => title.startsWith(part));

it('shows who takes part, units by their share, and averages only of units that are large enough', () => {
  const shown = board([unit('甲局', 6, 12), unit('乙局', 4, 5), unit('丙局', 0, 3)]);
  expect(shown.charts[0]!.bars.map(({ text }) => text)).toEqual(['30/40人', '7人', '0人']);
  const shares = titled(shown, '各单位交卷人数')!;
  expect(shares.bars.map(({ label, value }) => [label, value])).toEqual([
    ['乙局', 0.8],
    ['甲局', 0.5],
    ['丙局', 0],
  ]);
  expect(shares.bars[0]!.text).toContain('4/5人');
  expect(titled(shown, phrases.unitsTitle)!.bars.map(({ label }) => label)).toEqual([
    phrases.groupName(1, '甲局'),
  ]);
  expect(shown.countdown).toEqual({ label: phrases.untilClose, to: campaignOf().window.closes });
  expect(JSON.stringify(shown)).not.toContain('王');
});

it('compares persons where a unit’s size is unknown, and has no chart where nothing is to show', () => {
  const shares = titled(board([unit('甲局', 6, null), unit('乙局', 9, 10)]), '各单位交卷人数')!;
  expect(shares.bars.map(({ label, text }) => [label, text])).toEqual([
    ['乙局', '9/10人'],
    ['甲局', '6人'],
  ]);
  expect(shares.most).toBe(9);
  expect(board([]).charts).toHaveLength(1);
  expect(presentBoard(campaignOf(), standings([]), opening + 20 * 24 * 3600_000).countdown).toBeNull();
});

it('turns its pages with the clock until every unit has been seen, a room’s worth at a time', () => {
  const units = Array.from({ length: 30 }, (_, i) => unit(`${i}局`, i, 40));
  const seen = new Set<string>();
  for (let turn = 0; turn < 10; turn++) {
    const { bars } = titled(board(units, opening + turn * 20_000), '各单位交卷人数')!;
    expect(bars.length).toBeLessThanOrEqual(12);
    for (const { label } of bars) seen.add(label);
  }
  expect(seen.size).toBe(30);
});
