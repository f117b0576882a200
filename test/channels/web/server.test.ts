import { expect, test } from 'vitest';
import { createWeb } from '../../../src/channels/web/index.ts';
import { BadInput } from '../../../src/errors.ts';
import type { Handle } from '../../../src/message/message.ts';
import { phrases } from '../../../src/message/phrases.ts';
import {
  fixtureRelease,
  inheritance,
  linesOf,
  postForm,
  postTurn,
  recordingHandle,
  saying,
  silentLog,
  startWeb,
  webConfig,
  webKeys,
} from './fixtures.ts';
import { visibleText } from './markup.ts';

test('events arrive while the turn goes on, in order, with the markup of what is shown', async () => {
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const handle: Handle = async function* () {
    yield { type: 'progress', stage: 'searching' };
    yield { type: 'sentence', paragraph: { kind: 'text', text: '先说结论', cites: [1] } };
    await finished;
    yield { type: 'message', message: inheritance, inPlace: false };
  };
  const response = await postTurn(await startWeb({ handle }), { text: '遗产怎么分' });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let early = '';
  while (!early.includes('先说结论')) early += (await reader.read()).value;
  expect(
    early
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).type),
  ).toEqual(['progress', 'sentence']);
  finish();
  let late = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) late += part.value;
  const event = JSON.parse(late);
  expect(event.message).toEqual(inheritance);
  expect(visibleText(event.html)).toContain('尽了主要赡养义务的。');
});

test('a person keeps an id by a cookie that scripts and other sites cannot use', async () => {
  const { incomings, handle } = recordingHandle();
  const url = await startWeb({ handle });
  const first = await postTurn(url, { text: '您好' });
  const cookie = first.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^mb=[0-9a-f]{32}\.[0-9a-f]{16};/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(cookie).not.toMatch(/Secure/);
  await postTurn(url, { press: 'next:abcdefghij:1' }, { Cookie: cookie.split(';')[0]! });
  await postTurn(url, { text: '另一个人' });
  await postTurn(url, { text: '伪造' }, { Cookie: 'mb=admin' });
  const ids = incomings.map(({ person }) => person.id);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
  await postTurn(url, { text: '伪造' }, { Cookie: `${cookie.slice(0, 35)}.${'z'.repeat(16)}` });
  expect(incomings.at(-1)!.person.id).toBe(ids[0]);
  expect(ids[0]).not.toContain(cookie.slice(3, 35));
  expect(incomings.every(({ person }) => !person.admin && person.id.startsWith('web:'))).toBe(true);
  expect(incomings[1]).toMatchObject({ press: 'next:abcdefghij:1' });
});

test('looking at the page gives no cookie; behind an https proxy the cookie is Secure', async () => {
  const url = await startWeb({ trustProxy: true });
  expect((await fetch(url)).headers.get('set-cookie')).toBeNull();
  const response = await postTurn(url, { text: '您好' }, { 'X-Forwarded-Proto': 'https' });
  expect(response.headers.get('set-cookie')).toMatch(/Secure/);
});

test.each([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sibling site', { 'Sec-Fetch-Site': 'same-site' }],
])('a turn from %s is refused', async (_name, headers) => {
  const { incomings, handle } = recordingHandle();
  const url = await startWeb({ handle });
  expect((await postTurn(url, { text: '您好' }, headers)).status).toBe(403);
  expect((await postForm(url, { text: '您好' }, headers)).status).toBe(403);
  expect(incomings).toEqual([]);
});

test('a form with another origin, or with none, is refused', async () => {
  const { incomings, handle } = recordingHandle();
  const url = await startWeb({ handle });
  expect((await postForm(url, { text: '您好' }, { Origin: 'http://evil.example' })).status).toBe(403);
  expect((await postForm(url, { text: '您好' }, { Origin: 'null' })).status).toBe(403);
  const bare = await fetch(`${url}/ask`, { method: 'POST', body: new URLSearchParams({ text: '您好' }) });
  expect(bare.status).toBe(403);
  expect(incomings).toEqual([]);
});

test('malformed, ambiguous and oversized bodies never reach the conversation', async () => {
  const { incomings, handle } = recordingHandle();
  const url = await startWeb({ handle });
  const status = async (body: unknown, headers = {}) => (await postTurn(url, body, headers)).status;
  expect(await status('{')).toBe(400);
  expect(await status({})).toBe(400);
  expect(await status({ text: 5 })).toBe(400);
  expect(await status({ text: '甲', press: 'next:abcdefghij:1' })).toBe(400);
  expect(await status({ press: 'x'.repeat(65) })).toBe(400);
  expect(await status({ text: '您好' }, { 'Content-Type': 'text/plain' })).toBe(415);
  expect(await status({ text: 'x'.repeat(9000) })).toBe(413);
  expect(incomings).toEqual([]);
});

test('too many turns of one person are refused with the time to wait, and go through after it', async () => {
  let now = 0;
  const url = await startWeb({ now: () => now });
  const first = await postTurn(url, { text: '一' });
  const headers = { Cookie: first.headers.get('set-cookie')!.split(';')[0]! };
  let response = first;
  for (let i = 0; i < 50 && response.status === 200; i += 1)
    response = await postTurn(url, { text: '一' }, headers);
  expect(response.status).toBe(429);
  expect(await response.json()).toEqual({ error: phrases.tooFast });
  const wait = Number(response.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  const form = await postForm(url, { text: '一' }, headers);
  expect(form.status).toBe(429);
  expect(visibleText(await form.text())).toContain(phrases.tooFast);
  now += wait * 1000;
  expect((await postTurn(url, { text: '一' }, headers)).status).toBe(200);
});

test('somebody who throws the cookie away is stopped by address, and cannot dodge by X-Forwarded-For', async () => {
  const url = await startWeb({ now: () => 0 });
  const statuses = new Set<number>();
  for (let i = 0; i < 100; i += 1) {
    const response = await postTurn(url, { text: '一' }, { 'X-Forwarded-For': `1.2.3.${i}` });
    statuses.add(response.status);
    await response.arrayBuffer();
  }
  expect(statuses).toEqual(new Set([200, 429]));
});

test('every response forbids what does not come from here', async () => {
  const url = await startWeb();
  for (const path of ['/', '/p/civil-code/1127', '/api/health', '/nothing']) {
    const { headers } = await fetch(url + path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toMatch(/microphone=\(\)/);
    expect(headers.has('referrer-policy')).toBe(true);
  }
});

test('the page holds no inline script or style and nothing from elsewhere; its assets never change under an address', async () => {
  const url = await startWeb();
  const page = await (await fetch(url)).text();
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  const addresses = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1]!);
  const assets = addresses.filter((address) => address.startsWith('/assets/'));
  expect(assets.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address).toMatch(/^(\/|tel:)/);
  for (const address of assets) {
    const asset = await fetch(url + address);
    expect(asset.headers.get('cache-control')).toMatch(/immutable/);
    const again = await fetch(url + address, { headers: { 'If-None-Match': asset.headers.get('etag')! } });
    expect(again.status).toBe(304);
    const old = await fetch(url + address.replace(/assets\/[^/]+/, 'assets/old'));
    expect(old.headers.get('cache-control')).not.toMatch(/immutable/);
  }
  expect((await fetch(`${url}/assets/x/..%2findex.ts`)).status).toBe(404);
});

test('a passage has a page of its own; unknown ones are a 404 page', async () => {
  const url = await startWeb();
  const response = await fetch(`${url}/p/civil-code/1127`);
  const text = visibleText(await response.text());
  expect(response.status).toBe(200);
  for (const part of [
    '民法典第1127条',
    '配偶、子女、父母先继承。',
    '第一顺序先继承；',
    '2021-01-01',
    '遗嘱公证怎么办',
  ]) {
    expect(text).toContain(part);
  }
  for (const path of ['/p/civil-code/9999', '/p/%3Cscript%3E', '/nothing']) {
    const missing = await fetch(url + path);
    expect(missing.status).toBe(404);
    expect(await missing.text()).not.toContain('<script>');
  }
});

test('without JavaScript a question is answered by a whole page, a press and an error too', async () => {
  const { incomings, handle } = recordingHandle((incoming) =>
    'press' in incoming ? [{ type: 'toast', text: '已经答过了' }] : [saying('第一句'), saying('第二句')],
  );
  const url = await startWeb({ handle });
  const answer = visibleText(await (await postForm(url, { text: '<b>房东</b>' })).text());
  expect(answer).toMatch(/<b>房东<\/b>[\s\S]*第一句[\s\S]*第二句/);
  expect(visibleText(await (await postForm(url, { press: 'command:help' })).text())).toContain('已经答过了');
  expect((await postForm(url, { other: 'x' })).status).toBe(400);
  expect(incomings).toMatchObject([{ text: '<b>房东</b>' }, { press: 'command:help' }]);
});

test('?elder=1 gives large type, and the next page remembers it', async () => {
  const url = await startWeb();
  const isElder = async (path: string, headers = {}) =>
    (await (await fetch(url + path, { headers })).text()).includes('<html lang="zh-CN" class="elder"');
  expect(await isElder('/')).toBe(false);
  expect(await isElder('/?elder=1')).toBe(true);
  const cookie = (await fetch(`${url}/?elder=1`)).headers.get('set-cookie')!.split(';')[0]!;
  expect(await isElder('/p/civil-code/1127', { Cookie: cookie })).toBe(true);
  expect(await isElder('/?elder=0', { Cookie: cookie })).toBe(false);
});

test('health tells the release and how it is searched', async () => {
  const response = await fetch(`${await startWeb()}/api/health`);
  expect(await response.json()).toEqual({ status: 'ok', release: 'fixture', search: 'keywords' });
});

test('a failure of the server is told in our words, without its cause', async () => {
  const url = await startWeb({
    library: {
      current: () => {
        throw new Error('secret path /etc');
      },
    },
  });
  const response = await fetch(url);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe(phrases.outage);
});

test('a reader who goes away ends the turn', async () => {
  let ended = (): void => {};
  const left = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const handle: Handle = async function* () {
    try {
      for (;;) {
        yield { type: 'progress', stage: 'writing' };
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      ended();
    }
  };
  const url = await startWeb({ handle });
  const stop = new AbortController();
  const response = await fetch(`${url}/api/turn`, {
    method: 'POST',
    signal: stop.signal,
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ text: '一' }),
  });
  await response.body!.getReader().read();
  stop.abort();
  await left;
});

test('closing waits for a turn under way, and takes no new one', async () => {
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const handle: Handle = async function* () {
    yield { type: 'progress', stage: 'writing' };
    await finished;
    yield saying('说完了');
  };
  const web = await createWeb({
    handle,
    library: { current: () => fixtureRelease },
    log: silentLog,
    config: webConfig,
    ...webKeys,
  });
  const url = await web.listen();
  const response = await postTurn(url, { text: '一' });
  const closed = web.close();
  await expect(fetch(url)).rejects.toThrow();
  finish();
  expect((await linesOf(response)).map(({ type }) => type)).toEqual(['progress', 'message']);
  await closed;
});

test('a busy port is a clear error', async () => {
  const url = await startWeb();
  const web = await createWeb({
    handle: recordingHandle().handle,
    library: { current: () => fixtureRelease },
    log: silentLog,
    config: { ...webConfig, port: Number(new URL(url).port) },
    ...webKeys,
  });
  const refused = web.listen();
  await expect(refused).rejects.toBeInstanceOf(BadInput);
  await expect(refused).rejects.toThrow(/PORT/);
});
