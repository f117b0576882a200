import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createRawServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { askBot } from '../../src/control/ask-bot.ts';
import {
  controlPath,
  mostBytes,
  readControl,
  version,
  versionHeader,
} from '../../src/control/control-file.ts';
import { operate } from '../../src/control/operate.ts';
import { operation } from '../../src/control/operation.ts';
import { extendRoster } from '../../src/control/operations/extend-roster.ts';
import { operations } from '../../src/control/operations/index.ts';
import { regrade } from '../../src/control/operations/regrade.ts';
import { reload } from '../../src/control/operations/reload.ts';
import { BadInput, Outage } from '../../src/errors.ts';
import { installation, person } from './fixtures.ts';

const roster = { campaign: 'exam', persons: [person('张三'), person('李四')], reissue: false };

it('does the same with a bot running and without one, on the same records', async () => {
  const { folders, dataDir, startBot } = await installation();
  const alone = await operate(folders, extendRoster, roster);
  expect(alone).toMatchObject({ title: '任前考试', invites: [{ name: '张三' }, { name: '李四' }] });

  const { store, stop } = await startBot();
  expect((await stat(controlPath(dataDir))).mode & 0o777).toBe(0o600);
  const more = { ...roster, persons: [...roster.persons, person('王五')] };
  const asked = await operate(folders, extendRoster, more);
  expect(asked.invites.map(({ name, token }) => [name, token.length])).toEqual([['王五', 22]]);
  expect((await store.campaigns.roster('exam')).map(({ name }) => name)).toEqual(['张三', '李四', '王五']);
  const ruling = { campaign: 'exam', item: 'cc1-001', key: 'B', reason: '答案有误' };
  expect(await operate(folders, regrade, ruling)).toEqual({ changed: 0, points: 0 });

  await expect(operate(folders, regrade, { ...ruling, reason: '' })).rejects.toThrow(BadInput);

  await stop();
  await expect(readFile(controlPath(dataDir))).rejects.toThrow(/ENOENT/);
  expect(await operate(folders, regrade, ruling)).toBeNull();
  expect(await askBot(dataDir, reload, {})).toEqual({ running: false });
});

it('gives BadInput and Outage back as the bot threw them, and hides what it did not expect', async () => {
  const fail = (name: string, error: Error) =>
    operation({
      name,
      input: z.strictObject({}),
      result: z.null(),
      run: () => Promise.reject(error),
    });
  // Findings serve as places, with all that they hold besides.
  const finding = { file: 'a.yaml', line: 3, item: 'x', severity: 'error' };
  const bad = fail('bad', new BadInput(finding, 'is wrong'));
  const out = fail('out', new Outage('quiz.json: cannot be written'));
  const bug = fail('bug', new TypeError('secret'));
  const { dataDir, startBot, folders } = await installation();
  await startBot([bad, out, bug, ...operations]);
  const thrown = (each: typeof bad) => askBot(dataDir, each, {}).catch((error) => error);
  expect(await thrown(bad)).toEqual(new BadInput({ file: 'a.yaml', line: 3 }, 'is wrong'));
  expect(await thrown(out)).toEqual(new Outage('quiz.json: cannot be written'));
  const hidden = await thrown(bug);
  expect(hidden).toBeInstanceOf(Outage);
  expect(hidden.message).not.toContain('secret');
  const unknown = operate(folders, extendRoster, { ...roster, campaign: 'none' });
  await expect(unknown).rejects.toThrow(/^campaign none: there is none/);
});

it('refuses strangers, and goes on', async () => {
  const { dataDir, startBot, folders } = await installation();
  await startBot();
  const { port, token } = (await readControl(dataDir))!;
  const headers = { authorization: `Bearer ${token}`, [versionHeader]: version };
  const send = (over: {
    path?: string;
    method?: string;
    headers?: Record<string, string | undefined>;
    body?: string;
  }) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const all = Object.entries({ ...headers, ...over.headers }).filter(([, value]) => value !== undefined);
      request({
        host: '127.0.0.1',
        port,
        path: over.path ?? '/reload',
        method: over.method ?? 'POST',
        headers: Object.fromEntries(all) as Record<string, string>,
      })
        .on('response', async (response) =>
          resolve({ status: response.statusCode!, body: await text(response) }),
        )
        .on('error', reject)
        .end(over.body ?? '{}');
    });
  const statusOf = async (over: Parameters<typeof send>[0]) => (await send(over)).status;
  expect(await statusOf({})).toBe(200);
  expect(await statusOf({ headers: { authorization: undefined } })).toBe(401);
  expect(await statusOf({ headers: { authorization: `Bearer ${'A'.repeat(43)}` } })).toBe(401);
  expect(await statusOf({ headers: { authorization: token } })).toBe(401);
  expect(await statusOf({ headers: { host: `attacker.example:${port}` } })).toBe(403);
  expect(await statusOf({ headers: { host: `localhost:${port}` } })).toBe(403);
  expect(await statusOf({ headers: { origin: 'null' } })).toBe(403);
  expect(await statusOf({ method: 'PUT' })).toBe(405);
  expect(await statusOf({ headers: { [versionHeader]: '0.0.9' } })).toBe(409);
  expect(await statusOf({ path: '/constructor' })).toBe(404);
  expect(await statusOf({ path: '//evil.example/reload' })).toBe(404);
  for (const body of ['', '{', 'null', '[]', '{"more":1}', '\u0000'])
    expect(await statusOf({ body })).toBe(400);
  const huge = await send({ body: `"${'a'.repeat(mostBytes)}"` }).catch(({ code }) => ({ status: code }));
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(huge.status);
  const torn = connect(port, '127.0.0.1', () => torn.destroy());
  torn.write('POST /reload HTTP/1.1\r\nHost: 127.0.0.1');
  await new Promise((closed) => torn.on('close', closed));
  expect((await operate(folders, extendRoster, roster)).invites).toHaveLength(2);
});

it('tells a bot of another version and an input that is too large from no bot', async () => {
  const { dataDir, startBot, folders } = await installation();
  await startBot(operations.filter(({ name }) => name !== 'extend-roster'));
  await expect(operate(folders, extendRoster, roster)).rejects.toThrow(/knows no such operation/);
  const other = operation({
    name: 'reload',
    input: z.strictObject({}),
    result: z.strictObject({ more: z.string() }),
    run: () => Promise.reject(new Error('never here')),
  });
  await expect(askBot(dataDir, other, {})).rejects.toThrow(/in another way.*restart it/);
  const persons = Array.from({ length: 60_000 }, () => person('张'.repeat(40)));
  await expect(operate(folders, extendRoster, { ...roster, persons })).rejects.toThrow(/too much.*divide/);
});

it('takes no answer of a stranger on the port that a dead bot has left', async () => {
  const { dataDir } = await installation();
  const answers = ['<html>', '{"result":1,"more":2}', '{"result":{"items":"many"}}'];
  const stranger = createServer((_, response) => response.end(answers.shift())).listen(0, '127.0.0.1');
  onTestFinished(() => void stranger.close());
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  await writeFile(controlPath(dataDir), JSON.stringify({ port, token: 'A'.repeat(43) }));
  await expect(askBot(dataDir, reload, {})).rejects.toThrow(/is no bot.*delete .*control\.json/);
  await expect(askBot(dataDir, reload, {})).rejects.toThrow(/is no bot/);
  await expect(askBot(dataDir, reload, {})).rejects.toThrow(/in another way/);
});

it('takes the file of a bot that was killed for no bot, and mends nothing else by itself', async () => {
  const { dataDir, folders, startBot } = await installation();
  const bot = await startBot();
  const left = await readFile(controlPath(dataDir), 'utf8');
  await bot.stop();
  await writeFile(controlPath(dataDir), left);
  expect((await operate(folders, extendRoster, roster)).invites).toHaveLength(2);
  await startBot();
  expect(await readFile(controlPath(dataDir), 'utf8')).not.toBe(left);
  expect(await askBot(dataDir, reload, {})).toMatchObject({ running: true });
  await writeFile(controlPath(dataDir), '{"port":1}');
  await expect(askBot(dataDir, reload, {})).rejects.toThrow(/control\.json: is malformed.*delete/);
});

it('waits for an operation under way and its whole answer when it closes, and for nobody who only connects', async () => {
  const { dataDir, startBot } = await installation();
  let begun = (): void => {};
  let finish = (): void => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = operation({
    name: 'slow',
    input: z.strictObject({}),
    result: z.string(),
    async run() {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return 'a'.repeat(5_000_000);
    },
  });
  const { stop } = await startBot([slow]);
  const { port, token } = (await readControl(dataDir))!;
  const heads = `POST /slow HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n${versionHeader}: ${version}\r\n`;
  const idlers = ['', 'POST /slow HTTP/1.1\r\nHost:', `${heads}Content-Length: 9\r\n\r\n{`].map((said) => {
    const idler = connect(port, '127.0.0.1', () => idler.write(said));
    return once(idler, 'close');
  });
  const asked = askBot(dataDir, slow, {});
  await isBegun;
  const stopped = stop();
  finish();
  const answered = await asked;
  expect(answered.running && answered.result.length).toBe(5_000_000);
  await stopped;
  await Promise.all(idlers);
});

it('gives up where somebody listens and says nothing, before anything is done', async () => {
  const { dataDir } = await installation();
  const heard: string[] = [];
  const silent = createRawServer((socket) => {
    socket.on('data', (data) => heard.push(data.toString())).on('error', () => {});
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  await writeFile(controlPath(dataDir), JSON.stringify({ port, token: 'A'.repeat(43) }));
  await expect(askBot(dataDir, extendRoster, roster, 50)).rejects.toThrow(
    /does not answer.*delete .*control/,
  );
  expect(heard.join('')).not.toContain('张三');
});
