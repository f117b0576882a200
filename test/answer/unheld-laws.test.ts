import { expect, it } from 'vitest';
import { unheldField } from '../../src/answer/unheld-laws.ts';

it.each([
  ['醉驾判几年', /刑法/],
  ['闯红灯扣几分', /道路交通/],
  ['个税起征点是多少', /税/],
  ['公积金怎么提取', /公积金/],
  ['加班费怎么算', /劳动/],
  ['打架被拘留几天', /治安管理处罚法（2025年已修订）/],
])('names the field of %s', (question, field) => {
  expect(unheldField(question)).toMatch(field);
});

it('names none where the words give none away', () => {
  for (const question of ['今天吃什么', '邻居的狗咬人', 'asdf']) expect(unheldField(question)).toBeNull();
});
