import { expect, it } from 'vitest';
import { phrases } from '../../src/quiz/correction/phrases.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, clerk, me, messageIn, openTalk, wordsOf } from './fixtures.ts';

it('brings a flag from a paper to the admin, who alone can read them', async () => {
  const release = releaseOf([]);
  const stale = { fresh: 246, stale: 2, unbound: 0, gone: 0 };
  const { say, press, clock } = await openTalk({
    release,
    campaigns: new Map([['spring', campaignOf()]]),
    boundness: async () => stale,
  });
  clock.now = new Date(opening);
  expect(wordsOf(messageIn(await say('/admin flags', clerk)))).toBe(phrases.noFlags);
  await press('campaign-join:spring:1');
  const item = messageIn(await press('campaign-begin:spring:1:1'));
  const flag = actionsOf(item).find((action) => action.startsWith('flag-item:'))!;
  const [key] = actionsOf(messageIn(await press(flag)));
  expect(wordsOf(messageIn(await press(key!)))).toContain('谢谢您');
  const listed = wordsOf(messageIn(await say('/admin flags', clerk)));
  expect(listed).toContain(`${flag.split(':')[1]}　1条（答案不对1；spring1）`);
  const status = wordsOf(messageIn(await say('/admin status', clerk)));
  expect(status).toContain('2道核对以后法条的内容改了');
  expect(status).toContain('1道题，共1条');
  expect(wordsOf(messageIn(await say('/admin flags', me)))).toContain('/help');
});
