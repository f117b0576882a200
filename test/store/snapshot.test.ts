import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { readLedger } from '../../src/store/ledger-file.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { readSnapshot } from '../../src/store/snapshot.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { answer, begin, participantOf, rosterOfOne, voided } from './campaign-store.contract.ts';

async function openIn(folder: string) {
  const store = await openQuizStore(join(folder, 'quiz.json'));
  onTestFinished(() => store.close());
  return store.campaigns;
}

it('reads what a store that is open has on disk, and makes nothing', async () => {
  const folder = await folderOf({});
  const store = await openIn(folder);
  await store.changeRoster('spring', () => rosterOfOne('张三', 'eeeeeeeeee').roster);
  await store.join('p', participantOf('aaaaaaaaaa', 'p', { entry: 'eeeeeeeeee' }));
  const { id } = (await begin(store, 'aaaaaaaaaa')).attempt!;
  await answer(store, id, 0);
  await store.rule('spring', () => voided);
  await store.rule('autumn', () => ({ ...voided, campaign: 'autumn' }));

  const snapshot = await readSnapshot(folder);
  expect(await snapshot.attempts('spring')).toEqual(await store.attempts('spring'));
  expect(await snapshot.attemptsOf('aaaaaaaaaa')).toEqual([await snapshot.attempt(id)]);
  expect(await snapshot.participant('spring', 'p')).toEqual(await store.participant('spring', 'p'));
  expect(await snapshot.participants('spring')).toEqual(await store.participants('spring'));
  expect(await snapshot.roster('spring')).toEqual(await store.roster('spring'));
  expect(await snapshot.rulings('spring')).toEqual(await store.rulings('spring'));
  expect(snapshot.ruled('spring')).toEqual([voided]);
  expect(snapshot.head).toEqual((await readLedger(join(folder, 'ledger.jsonl'))).head);

  await answer(store, id, 1);
  expect((await snapshot.attempt(id))!.items[1]!.answer, 'it stays as it was').toBeNull();
  expect((await readSnapshot(folder)).head.seq).toBe(snapshot.head.seq + 1);
});

it('finds the participant of every attempt, however often it reads beside a store that writes', async () => {
  const folder = await folderOf({});
  const store = await openIn(folder);
  const ids = Array.from({ length: 120 }, (_, i) => `p${String(i).padStart(9, '0')}`);
  let writing = true;
  const writer = Promise.all(
    ids.map(async (id) => {
      await store.join(id, participantOf(id, id));
      const { attempt } = await begin(store, id);
      for (const n of [0, 1, 2, 3, 4]) await answer(store, attempt!.id, n);
    }),
  ).finally(() => {
    writing = false;
  });
  let seq = 0;
  while (writing) {
    const snapshot = await readSnapshot(folder);
    const known = new Set((await snapshot.participants('spring')).map(({ id }) => id));
    const begun = await snapshot.attempts('spring');
    expect(begun.filter(({ participant }) => !known.has(participant))).toEqual([]);
    expect(snapshot.head.seq).toBeGreaterThanOrEqual(seq);
    seq = snapshot.head.seq;
  }
  await writer;
  expect(await (await readSnapshot(folder)).attempts('spring')).toHaveLength(ids.length);
});

it('leaves out what stands after the last whole line, and leaves it there', async () => {
  const folder = await folderOf({});
  const store = await openIn(folder);
  const { id } = (await begin(store, 'aaaaaaaaaa')).attempt!;
  const ledger = join(folder, 'ledger.jsonl');
  await appendFile(ledger, '{"at":1,"attempt":"');
  const source = await readFile(ledger, 'utf8');
  expect((await (await readSnapshot(folder)).attempts('spring')).map((attempt) => attempt.id)).toEqual([id]);
  expect(await readFile(ledger, 'utf8')).toBe(source);
});

it('reads no records as none, and corrupt ones not at all', async () => {
  expect(await (await readSnapshot(join(await folderOf({}), 'nowhere'))).attempts('spring')).toEqual([]);
  await expect(readSnapshot(await folderOf({ 'quiz.json': '{' }))).rejects.toThrow(BadInput);
  await expect(readSnapshot(await folderOf({ 'ledger.jsonl': '{}\n' }))).rejects.toThrow(/ledger\.jsonl:1/);
});
