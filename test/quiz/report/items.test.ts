import { expect, it } from 'vitest';
import { disclose } from '../../../src/quiz/report/disclosure.ts';
import { itemReports } from '../../../src/quiz/report/items.ts';
import { campaignOf } from '../../fakes/campaign.ts';
import { personId } from '../../fakes/examinees.ts';
import { inUnit, lettered, materialOf, paperOf } from './fixtures.ts';

it('counts who chose what of an item, the strong and the weak apart, by hand', async () => {
  // Ten persons with 100 down to 10 points by items b–j; a is what is looked at. 27 percent of ten are three.
  const rest = [...'bcdefghij'];
  const picks = [2, 2, 0, 0, 0, 1, 1, 1, null, 0];
  const participants = picks.map((_, i) => inUnit(personId(i), '甲'));
  const attempts = picks.map((pick, i) =>
    paperOf(
      personId(i),
      { a: pick, ...Object.fromEntries(rest.map((item, n) => [item, n < 9 - i ? 0 : 1])) },
      10,
    ),
  );
  const ruled = [
    {
      type: 'rule',
      at: 1,
      campaign: 'spring',
      item: 'j',
      key: null,
      reason: '重复',
      changed: 9,
      points: 90,
    } as const,
  ];
  const material = await materialOf(campaignOf(), {
    participants,
    attempts,
    bank: lettered('abcdefghi'),
    rulings: new Map([['j', null]]),
    ruled: [...ruled],
  });
  const reports = itemReports(material, disclose(material, false));
  const a = reports.find(({ id }) => id === 'a')!;
  expect(a.choices).toMatchObject({ asked: 10, blank: 1 });
  expect(a.options.map(({ key, chosen }) => [key, chosen])).toEqual([
    [true, 4],
    [false, 3],
    [false, 2],
    [false, 0],
  ]);
  // The strong are 0 (100 of 100 less a), 1 and 2; the weak 7, 8 and 9.
  expect(a.options.map(({ strong }) => strong)).toEqual([1 / 3, 0, 2 / 3, 0]);
  expect(a.options.map(({ weak }) => weak)).toEqual([1 / 3, 1 / 3, 0, 0]);
  expect(a.figures).toMatchObject({ answers: 10, facility: 0.4, flags: ['too-few-answers'] });

  const j = reports.find(({ id }) => id === 'j')!;
  expect(j, 'void and gone from the bank').toMatchObject({
    figures: null,
    item: null,
    options: [],
    ruling: { reason: '重复' },
  });
});

it('judges wrong options once enough have answered: idle ones, and those that attract the strong', async () => {
  const strong = (i: number): boolean => i < 20;
  const participants = Array.from({ length: 40 }, (_, i) => inUnit(personId(i), '甲'));
  const attempts = participants.map(({ id }, i) =>
    paperOf(id, {
      a: strong(i) ? (i < 10 ? 1 : 0) : i < 36 ? 0 : 2,
      b: strong(i) ? 0 : 1,
      c: strong(i) ? 0 : 1,
    }),
  );
  const flags = async (rulings = new Map<string, number[]>()) => {
    const material = await materialOf(campaignOf(), {
      participants,
      attempts,
      bank: lettered('abc'),
      rulings,
    });
    const a = itemReports(material, disclose(material, false))[0]!;
    return a.options.map(({ flag }) => flag);
  };
  expect(await flags()).toEqual([null, 'attracts-the-strong', null, 'idle']);
  expect((await flags(new Map([['a', [1]]])))[1], 'by the key as it is ruled').toBeNull();
});

it('takes no flag from what chance does among few', async () => {
  // Of 40 the strong and the weak are eleven each: four against two of them chose the same wrong option.
  const attempts = Array.from({ length: 40 }, (_, i) => {
    const right = i < 11 ? 'bcdef' : i < 29 ? 'bc' : '';
    const rest = Object.fromEntries([...'bcdef'].map((item) => [item, right.includes(item) ? 0 : 1]));
    return paperOf(personId(i), { a: [0, 1, 2, 3, 35, 36].includes(i) ? 1 : 0, ...rest });
  });
  const participants = attempts.map(({ participant }) => inUnit(participant, '甲'));
  const material = await materialOf(campaignOf(), { participants, attempts, bank: lettered('abcdef') });
  const [, option] = itemReports(material, disclose(material, false))[0]!.options;
  expect(option!.strong!).toBeGreaterThan(option!.weak!);
  expect(option!.flag).toBeNull();
});

it('lists items of papers that do not count, without figures', async () => {
  const first = paperOf(personId(0), { a: 0 });
  const second = { ...paperOf(personId(0), { b: 1 }), id: 'zzzzzzzzzz', number: 2 };
  const material = await materialOf(campaignOf(), {
    participants: [inUnit(personId(0), '甲')],
    attempts: [first, second],
    bank: lettered('ab'),
  });
  const reports = itemReports(material, disclose(material, false));
  expect(
    reports.map(({ id, choices, figures }) => [id, choices?.asked ?? null, figures?.facility ?? null]),
  ).toEqual([
    ['a', 1, 1],
    ['b', null, null],
  ]);
});
