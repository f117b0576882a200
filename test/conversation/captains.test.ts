import { expect, it } from 'vitest';
import type { Message, Person, TurnEvent } from '../../src/message/message.ts';
import { extendRoster } from '../../src/quiz/campaign/people/roster.ts';
import { phrases as campaignPhrases } from '../../src/quiz/campaign/phrases.ts';
import { noticePhrases as phrases } from '../../src/quiz/campaign/reminders/notice-phrases.ts';
import { createNotices } from '../../src/quiz/campaign/reminders/notices.ts';
import { campaignOf, opening } from '../fakes/campaign.ts';
import { silentLog } from '../fakes/log.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, messageIn, openTalk, wordsOf } from './fixtures.ts';

const person = (id: string): Person => ({ id, admin: false });
const captain = person('telegram:1');
const member = person('telegram:2');
const stranger = person('web:3');
const units = ['历下区', { name: '市中区', headcount: 9 }, '槐荫区'];
const campaigns = new Map([
  ['spring', campaignOf({ mode: 'exam', keys: 'after-finish', audience: { kind: 'captains', units } })],
]);

/** A campaign whose 历下区 and 市中区 have captains; `invites` by their names. */
async function open() {
  const told: { person: string; message: Message }[] = [];
  const notices = createNotices(silentLog);
  notices.connect('telegram', async (person, message) => {
    told.push({ person, message });
    return 'sent';
  });
  const talk = await openTalk({ release: releaseOf([]), campaigns, notices });
  talk.clock.now = new Date(opening);
  const of = (unit: string, name: string) => ({ unit, name, district: null, staffNumber: null, phone: null });
  let n = 0;
  const { roster, invites } = extendRoster([], [of('历下区', '赵联络'), of('市中区', '钱联络')], {
    id: () => `entry${String(n++).padStart(5, '0')}`,
    token: () => String(n++).padStart(22, 't'),
  });
  await talk.store.campaigns.changeRoster('spring', () => roster);
  return { ...talk, told, invites: invites.map(({ token }) => token) as [string, string] };
}

const toastOf = ([event]: TurnEvent[]): string => {
  if (event?.type !== 'toast') throw new Error(`no toast: ${JSON.stringify(event)}`);
  return event.text;
};
const labelled = (message: Message, label: string): string =>
  message.buttons.flat().find((button) => button.label === label)!.action;
const canBegin = (message: Message): boolean => actionsOf(message).includes('campaign-begin:spring:1:1');

it('goes from a unit and a name over its captain into a paper', async () => {
  const { say, press, told, invites } = await open();
  const captainsPage = messageIn(await say(`/start ${invites[0]}`, captain));
  expect(wordsOf(captainsPage)).toContain(phrases.captain('历下区'));
  expect(canBegin(captainsPage)).toBe(true);

  const page = messageIn(await say('/start spring', member));
  const list = messageIn(await press(labelled(page, phrases.chooseOwnUnit), member));
  const asked = messageIn(await press(labelled(list, '历下区'), member));
  expect(asked.field).toMatchObject({ label: '您的姓名', command: '/apply spring 1' });
  const waiting = messageIn(await say(`${asked.field!.command} 王小明`, member));
  expect(wordsOf(waiting)).toContain('王小明，已提交，等历下区的联络员确认。');
  expect(canBegin(waiting)).toBe(false);
  expect(toastOf(await press('campaign-begin:spring:1:1', member))).toBe(
    campaignPhrases.begins['not-admitted'],
  );
  // Written wrong: the name may be given again.
  await say(`${waiting.field!.command} 王晓明`, member);

  const again = messageIn(await press('campaign:spring', captain));
  const applicants = messageIn(await press(labelled(again, '待确认（1）'), captain));
  expect(wordsOf(applicants)).toContain('1. 王晓明');
  const decided = messageIn(await press(labelled(applicants, phrases.yes(1)), captain));
  expect(wordsOf(decided)).toContain('没有人等您确认');
  expect(told).toMatchObject([{ person: 'telegram:2' }]);
  expect(canBegin(messageIn(await press(actionsOf(told[0]!.message)[0]!, member)))).toBe(true);
  expect(wordsOf(messageIn(await press('campaign-begin:spring:1:1', member)))).toContain('第1/5题');
  await press('campaign-begin:spring:1:1', captain);
  expect(toastOf(await press(labelled(applicants, phrases.no(1)), captain))).toBe(
    phrases.admits['already-decided'],
  );
});

it('lets who was refused try one other unit, and a captain in who had asked as a member', async () => {
  const { say, press, invites } = await open();
  const refuse = async (who: Person) => {
    const list = messageIn(await press('campaign-applicants:spring:0', who));
    return press(labelled(list, phrases.no(1)), who);
  };
  const [first, second] = [captain, person('telegram:4')];
  await say(`/apply spring 3 钱联络`, second);
  expect(wordsOf(messageIn(await say(`/join ${invites[1]}`, second)))).toContain(phrases.captain('市中区'));
  await say(`/join ${invites[0]}`, first);

  await say('/apply spring 1 孙小红', member);
  expect(wordsOf(messageIn(await say('/apply spring 2 孙小红', member)))).toContain(
    phrases.applies['waiting-elsewhere'],
  );
  await refuse(first);
  const page = messageIn(await press('campaign:spring', member));
  expect(wordsOf(page)).toContain(phrases.mayTryOther);
  expect(labelled(page, phrases.chooseAnotherUnit)).toBe('campaign-units:spring:0');
  expect(wordsOf(messageIn(await say('/apply spring 1 孙小红', member)))).toContain(
    phrases.applies['refused-here'],
  );
  await say('/apply spring 2 孙小红', member);
  await refuse(second);
  const last = messageIn(await say('/apply spring 3 孙小红', member));
  expect(wordsOf(last)).toContain(phrases.applies['refused-twice']);
  expect(wordsOf(last)).toContain(phrases.mayNotTry);
  expect(toastOf(await press('campaign-begin:spring:1:1', member))).toBe(
    campaignPhrases.begins['not-admitted'],
  );
});

it('lets nobody decide but the captain of the unit, whatever is pressed', async () => {
  const { say, press, store, invites } = await open();
  const rival = person('telegram:5');
  await say(`/join ${invites[0]}`, captain);
  await say(`/join ${invites[1]}`, rival);
  await say('/apply spring 1 王小明', member);
  await say('/apply spring 1 李小刚', stranger);
  const idOf = async (who: Person): Promise<string> =>
    (await store.campaigns.participant('spring', who.id))!.id;
  const id = await idOf(member);
  for (const [who, applicant] of [
    [rival, id],
    [member, id],
    [stranger, id],
    [member, await idOf(stranger)],
    [captain, await idOf(rival)],
    [captain, await idOf(captain)],
    [captain, 'zzzzzzzzzz'],
  ] as const) {
    expect(toastOf(await press(`campaign-admit:spring:${applicant}:1`, who))).toBe(
      phrases.admits['not-yours'],
    );
  }
  expect(toastOf(await press('campaign-applicants:spring:0', member))).toBe(phrases.admits['not-yours']);
  expect(wordsOf(messageIn(await press('campaign-applicants:spring:0', rival)))).not.toContain('王小明');
  expect(toastOf(await press(`campaign-admit:spring:${id}:1`, person('web:9')))).toBe(
    campaignPhrases.joinFirst,
  );
  expect(
    (await store.campaigns.participants('spring')).filter(({ admitted }) => admitted === 'waiting'),
  ).toHaveLength(2);
  for (const name of ['王', '王\n明', '王\u202e明', '12', '']) {
    const answer = messageIn(await say(`/apply spring 1 ${name}`, person('web:8')));
    expect(answer.field?.command).toBe('/apply spring 1');
  }
  expect(wordsOf(messageIn(await say('/apply spring 9 王小明', person('web:8'))))).toContain(
    phrases.applies['no-such-unit'],
  );
  expect(wordsOf(messageIn(await say('/apply winter 1 王小明', person('web:8'))))).toBe(campaignPhrases.gone);
  expect(await store.campaigns.participant('spring', 'web:8')).toBeNull();
});

it('covers a member’s name in the standings, and forgets the member whole but the captain’s place not', async () => {
  const { say, press, store, invites } = await open();
  await say(`/join ${invites[0]}`, captain);
  await say('/apply spring 1 王小明', member);
  const list = messageIn(await press('campaign-applicants:spring:0', captain));
  await press(labelled(list, phrases.yes(1)), captain);
  const paper = messageIn(await press('campaign-begin:spring:1:1', member));
  const finish = actionsOf(paper).find((action) => action.startsWith('paper-finish'))!;
  await press(finish.replace(/0$/, '1'), member);
  const ranks = wordsOf(messageIn(await press('campaign-ranks:spring', captain)));
  expect(ranks).toContain('王**');
  expect(ranks).not.toContain('小明');
  await say('/forget', member);
  await press('command:forget-yes', member);
  await press('command:forget-yes', captain);
  expect(await store.campaigns.participants('spring')).toMatchObject([{ persons: [], unit: '历下区' }]);
});

it('reminds of the opening who asks for it where the bot can write, and heeds who wants no reminders', async () => {
  const { say, press, store, clock } = await open();
  clock.now = new Date(opening - 3600_000);
  const page = messageIn(await say('/start spring', member));
  const on = messageIn(await press(labelled(page, phrases.remindMe), member));
  expect(wordsOf(on)).toContain(phrases.remindMeState);
  expect((await store.campaigns.reminders('spring')).waiting).toEqual(['telegram:2']);
  expect(await store.campaigns.participants('spring')).toEqual([]);
  await press(labelled(on, phrases.remindMeNot), member);
  expect((await store.campaigns.reminders('spring')).waiting).toEqual([]);
  const elsewhere = messageIn(await say('/start spring', stranger));
  expect(elsewhere.buttons.flat().map(({ label }) => label)).not.toContain(phrases.remindMe);
  expect(toastOf(await press('campaign-remind-me:spring:1', stranger))).toBe(phrases.cannotRemind);

  expect(toastOf(await press('campaign-mute:spring:1', member))).toBe(campaignPhrases.joinFirst);
  await say('/apply spring 1 王小明', member);
  expect(toastOf(await press('campaign-mute:spring:1', member))).toContain(phrases.unmute);
  const muted = messageIn(await press('campaign:spring', member));
  expect(wordsOf(muted)).toContain(phrases.mutedState);
  const back = messageIn(await press(labelled(muted, phrases.unmute), member));
  expect(wordsOf(back)).not.toContain(phrases.mutedState);
});
