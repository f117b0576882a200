import { expect, it } from 'vitest';
import { phrases } from '../../src/quiz/campaign/phrases.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, messageIn, openTalk, wordsOf } from './fixtures.ts';

const campaigns = new Map([['spring', campaignOf()]]);

async function talk() {
  const talk = await openTalk({ release: releaseOf([]), campaigns });
  talk.clock.now = new Date(opening);
  return talk;
}

it('leads from /quiz through the list into a paper', async () => {
  const { say, press } = await talk();
  expect(actionsOf(messageIn(await say('/quiz')))).toContain('command:campaign');
  expect(actionsOf(messageIn(await press('command:campaign')))).toEqual(['campaign:spring']);
  await press('campaign-join:spring:1');
  const item = messageIn(await press('campaign-begin:spring:1:1'));
  expect(wordsOf(item)).toContain('第1/5题');
  const [answer] = actionsOf(item);
  expect(await press(answer!)).toMatchObject([{ type: 'message', inPlace: true }]);
});

it('opens a campaign from a link, takes invites by /join, and greets any other word', async () => {
  const { say } = await talk();
  expect(wordsOf(messageIn(await say('/start spring')))).toContain('春季竞赛');
  expect(wordsOf(messageIn(await say('/start from-a-poster')))).toContain('明白人');
  expect(wordsOf(messageIn(await say(`/start ${'a'.repeat(22)}`)))).toBe(phrases.redeems.unknown);
  expect(wordsOf(messageIn(await say('/join nonsense')))).toBe(phrases.redeems.unknown);
  expect(wordsOf(messageIn(await say('/join')))).toBe(phrases.joinHow);
});
