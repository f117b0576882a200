import { expect, test } from 'vitest';
import { extendRoster } from '../../../src/quiz/campaign/people/roster.ts';
import { openTalk } from '../../conversation/fixtures.ts';
import { campaignOf, opening } from '../../fakes/campaign.ts';
import {
  answerEvent,
  fixtureRelease,
  inheritance,
  linesOf,
  postTurn,
  recordingHandle,
  silentLog,
  startWeb,
} from './fixtures.ts';
import { visibleText } from './markup.ts';

/** The real conversation behind a server, a person in it by cookie. */
async function open(campaign = campaignOf()) {
  const talk = await openTalk({
    release: fixtureRelease,
    campaigns: new Map([[campaign.id, campaign]]),
  });
  talk.clock.now = new Date(opening);
  const url = await startWeb({ handle: talk.handle, now: () => talk.clock.now.getTime() });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: url, ...headers },
      body: new URLSearchParams(fields),
    });
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return { response, html: await response.text() };
  };
  return { talk, url, post, read };
}
const cookieOf = (response: Response): Record<string, string> => ({
  Cookie: response.headers.get('set-cookie')!.split(';')[0]!,
});

test('looking at a campaign gives no cookie and joins nobody; a form gives one, and the page is theirs from then on', async () => {
  const { talk, post, read } = await open();
  const { response, html } = await read('/c/spring');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(html).toContain('data-stranger');
  const joined = await post('/c/spring', { press: 'campaign-join:spring:1' });
  expect(visibleText(await joined.text())).toContain('开始答题');
  const own = await read('/c/spring', cookieOf(joined));
  expect(visibleText(own.html)).toContain('历下区');
  expect(own.html).not.toContain('data-stranger');
  expect(await talk.store.campaigns.participants('spring')).toHaveLength(1);
});

test('an unknown campaign, screen, malformed invite or id is a page that is not there', async () => {
  const { read, post } = await open();
  for (const path of [
    '/c/winter',
    '/c/winter/screen',
    '/i/short',
    '/c/%22%3E%3Cscript%3E',
    `/c/${'a'.repeat(300)}`,
  ])
    expect((await read(path)).response.status).toBe(404);
  expect((await post('/c/winter', { press: 'command:help' })).status).toBe(404);
});

test('an invite is used up by its button, not by being looked at, and leads to the campaign', async () => {
  const { talk, post, read } = await open(campaignOf({ audience: { kind: 'roster' } }));
  const people = [{ unit: '历下区司法局', district: null, name: '王小明', staffNumber: null, phone: null }];
  const token = 'T'.repeat(22);
  const { roster } = extendRoster([], people, { id: () => 'aaaaaaaaaa', token: () => token });
  await talk.store.campaigns.changeRoster('spring', () => roster);
  for (let i = 0; i < 3; i++) expect((await read(`/i/${token}`)).response.status).toBe(200);
  expect(await talk.store.campaigns.participants('spring')).toEqual([]);
  const taken = await post(`/i/${token}`, { text: `/join ${token}` });
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/c/spring']);
  expect(visibleText((await read('/c/spring', cookieOf(taken))).html)).toContain('历下区司法局');
  const again = await post(`/i/${token}`, { text: `/join ${token}` });
  expect(again.status).toBe(200);
  expect(visibleText(await again.text())).toContain('已经有人用过');
});

test('a turn from elsewhere is refused with a way back to the campaign', async () => {
  const { post } = await open();
  const refused = await post(
    '/c/spring',
    { press: 'campaign-join:spring:1' },
    { Origin: 'http://evil.example' },
  );
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('href="/c/spring"');
});

test('what is typed into a field is sent as its command and the words, by form and by script', async () => {
  const { incomings, handle } = recordingHandle(() => [answerEvent(inheritance)]);
  const url = await startWeb({ handle });
  const field = { command: '/apply spring 3', text: '王小明' };
  await postTurn(url, field);
  await fetch(`${url}/ask`, { method: 'POST', headers: { Origin: url }, body: new URLSearchParams(field) });
  expect(incomings.map((incoming) => 'text' in incoming && incoming.text)).toEqual(
    Array(2).fill('/apply spring 3 王小明'),
  );
  for (const command of ['join', '/join\n', '/join <x>\n/forget', '/admin  x'])
    expect((await postTurn(url, { command, text: 'x' })).status, command).toBe(400);
});

test('a device is the same for one browser at one address, and says nothing of either', async () => {
  const { incomings, handle } = recordingHandle();
  const url = await startWeb({ handle });
  const other = await startWeb({ handle, deviceKey: new Uint8Array(32).fill(1) });
  for (const agent of ['Firefox', 'Firefox', 'Chrome'])
    await postTurn(url, { text: '一' }, { 'User-Agent': agent });
  await postTurn(other, { text: '一' }, { 'User-Agent': 'Firefox' });
  const devices = incomings.map(({ person }) => person.device!);
  expect(devices[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(devices[1]).toBe(devices[0]);
  expect(new Set(devices).size).toBe(3);
});

test('a file comes as markup in the stream, never as raw bytes', async () => {
  const file = {
    name: '证书.pdf',
    type: 'application/pdf' as const,
    bytes: new Uint8Array([37, 80]),
    caption: '证书',
  };
  const { handle } = recordingHandle(() => [{ type: 'file', file }]);
  const [event] = await linesOf(await postTurn(await startWeb({ handle }), { text: '一' }));
  expect(Object.keys(event!).sort()).toEqual(['html', 'type']);
  expect(event!.html).toContain('href="data:application/pdf;base64,JVA="');
});

test('a certificate’s number is looked up as it is written, with words of our own around it', async () => {
  const { read } = await open();
  const { html } = await read(`/v?number=${encodeURIComponent(' abcd-"><script>x ')}`);
  expect(html).not.toContain('<script>x');
  expect(visibleText(html)).toContain('编号');
  expect((await read('/v')).response.status).toBe(200);
});

test('a failure is logged by the kind of page, never with the invite that was in its address', async () => {
  const logged: unknown[] = [];
  const log = { ...silentLog, error: (...words: unknown[]) => void logged.push(words) } as typeof silentLog;
  const handle = () => {
    throw new Error('broken');
  };
  const url = await startWeb({ handle, log });
  const token = 'T'.repeat(22);
  const body = new URLSearchParams({ text: `/join ${token}` });
  expect((await fetch(`${url}/i/${token}`, { method: 'POST', headers: { Origin: url }, body })).status).toBe(
    500,
  );
  expect(JSON.stringify(logged)).toContain('/i/:token');
  expect(JSON.stringify(logged)).not.toContain(token);
});
