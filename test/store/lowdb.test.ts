import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BadInput, Outage } from '../../src/errors.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { finishedSession } from '../fakes/quiz.ts';
import { participantOf } from './campaign-store.contract.ts';
import { quizStoreContract } from './quiz-store.contract.ts';

const fileIn = async (files: Record<string, string> = {}) => join(await folderOf(files), 'quiz.json');
const session = finishedSession('aaaaaaaaaa', 'telegram:42', [true, false]);

quizStoreContract('lowdb', async () => openQuizStore(await fileIn()));

describe('quiz store in a file', () => {
  it('has on disk what it has told, readable by its owner alone, and finds it after a restart', async () => {
    const file = await fileIn();
    const store = await openQuizStore(file);
    await store.add(session, null);
    expect(JSON.parse(await readFile(file, 'utf8')).sessions.aaaaaaaaaa).toEqual(session);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await store.close();
    const again = await openQuizStore(file);
    expect(await again.session('aaaaaaaaaa')).toEqual(session);
    expect((await again.standings('telegram:42', 1)).own?.rank).toBe(1);
    await again.close();
    expect(await readdir(join(file, '..'))).toEqual(['quiz.json']);
  });

  it('shows nothing that is not yet on disk', async () => {
    const file = await fileIn();
    const store = await openQuizStore(file);
    void store.add(session, null);
    expect(await store.session('aaaaaaaaaa')).toEqual(session);
    expect(JSON.parse(await readFile(file, 'utf8')).sessions.aaaaaaaaaa).toEqual(session);
    await store.close();
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{"version":1,"sess', /is not JSON/],
    ['an empty file', '', /is not JSON/],
    ['a later version', '{"version":4,"sessions":{}}', /records of version 3 or before/],
    [
      'a broken session',
      JSON.stringify({ version: 1, sessions: { aaaaaaaaaa: { ...session, mode: 'exam' } } }),
      /sessions\.aaaaaaaaaa\.mode/,
    ],
    [
      'a session under a foreign key',
      JSON.stringify({ version: 1, sessions: { bbbbbbbbbb: session } }),
      /its key/,
    ],
    ['fields it does not know', JSON.stringify({ version: 1, sessions: {}, notes: 1 }), /notes/],
  ])('stops at %s, says what to do and leaves the file as it is', async (_, source, problem) => {
    const file = await fileIn({ 'quiz.json': source });
    const opening = openQuizStore(file);
    await expect(opening).rejects.toThrow(BadInput);
    await expect(opening).rejects.toThrow(problem);
    await expect(opening).rejects.toThrow(/quiz\.json: .*backup/);
    expect(await readFile(file, 'utf8')).toBe(source);
    expect(await readdir(join(file, '..'))).toEqual(['quiz.json']);
  });

  it('opens a file of version 1 and keeps what it holds', async () => {
    const file = await fileIn({
      'quiz.json': JSON.stringify({ version: 1, sessions: { aaaaaaaaaa: session } }),
    });
    const store = await openQuizStore(file);
    expect(await store.session('aaaaaaaaaa')).toEqual(session);
    await store.forget('nobody');
    await store.close();
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      version: 3,
      sessions: { aaaaaaaaaa: session },
      participants: {},
      rosters: {},
      flags: [],
      reviews: {},
      reminders: {},
    });
  });

  it('opens a file of version 2: who took part then was let in by nobody and may be reminded', async () => {
    const {
      name: _name,
      admitted: _admitted,
      device: _device,
      muted: _muted,
      ...before
    } = participantOf('cccccccccc', 'web:1');
    const file = await fileIn({
      'quiz.json': JSON.stringify({
        version: 2,
        sessions: {},
        participants: { cccccccccc: before },
        rosters: {},
      }),
    });
    const store = await openQuizStore(file);
    expect(await store.campaigns.participant('spring', 'web:1')).toEqual(
      participantOf('cccccccccc', 'web:1'),
    );
    await store.close();
  });

  it('refuses a second opening until the first is closed', async () => {
    const file = await fileIn();
    const store = await openQuizStore(file);
    await expect(openQuizStore(file, { lockPatienceMs: 0 })).rejects.toThrow(
      /quiz\.json: is in use.*DATA_DIR/,
    );
    await store.close();
    await (await openQuizStore(file, { lockPatienceMs: 0 })).close();
  });

  it('tells of a write that failed and carries it with the next one', async () => {
    const file = await fileIn();
    const store = await openQuizStore(file);
    onTestFinished(() => store.close());
    const inTheWay = join(file, '..', '.quiz.json.tmp');
    await mkdir(inTheWay);
    await expect(store.add(session, null)).rejects.toThrow(Outage);
    await rm(inTheWay, { recursive: true });
    expect(await store.session('aaaaaaaaaa')).toEqual(session);
    expect(JSON.parse(await readFile(file, 'utf8')).sessions.aaaaaaaaaa).toEqual(session);
  });

  it('ignores what a crash has left of a write', async () => {
    const file = await fileIn({ '.quiz.json.tmp': '{"vers' });
    const store = await openQuizStore(file);
    await store.add(session, null);
    await store.close();
    expect(JSON.parse(await readFile(file, 'utf8')).sessions.aaaaaaaaaa).toEqual(session);
  });

  it('makes its folder', async () => {
    const file = join(await folderOf({}), 'new', 'quiz.json');
    const store = await openQuizStore(file);
    await store.add(session, null);
    await store.close();
    expect(await readdir(join(file, '..'))).toEqual(['quiz.json']);
  });
});
