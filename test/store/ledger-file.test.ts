import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BadInput, Outage } from '../../src/errors.ts';
import type { ScoreEvent } from '../../src/quiz/campaign/paper/score-event.ts';
import { createLedger, readLedger } from '../../src/store/ledger-file.ts';
import { openQuizStore } from '../../src/store/lowdb.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { answer, begin, campaignStoreContract, participantOf, voided } from './campaign-store.contract.ts';

const quizIn = async () => join(await folderOf({}), 'quiz.json');
const ledgerOf = (file: string): string => join(file, '..', 'ledger.jsonl');
const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(ledgerOf(file), 'utf8')).split('\n');

campaignStoreContract('lowdb and ledger', async () => openQuizStore(await quizIn()));

/** A store in which one attempt has two answers, closed. */
async function played() {
  const file = await quizIn();
  const store = await openQuizStore(file);
  await store.campaigns.join('p', participantOf('aaaaaaaaaa', 'p'));
  const { id } = (await begin(store.campaigns, 'aaaaaaaaaa')).attempt!;
  await answer(store.campaigns, id, 0);
  await answer(store.campaigns, id, 1, false);
  const attempt = (await store.campaigns.attempt(id))!;
  await store.close();
  return { file, id, attempt };
}
const reopen = async (file: string) => {
  const store = await openQuizStore(file);
  onTestFinished(() => store.close());
  return store.campaigns;
};

describe('the ledger in its file', () => {
  it('has on disk what was acknowledged, readable by its owner alone', async () => {
    const file = await quizIn();
    const store = await openQuizStore(file);
    const { id } = (await begin(store.campaigns, 'aaaaaaaaaa')).attempt!;
    await answer(store.campaigns, id, 0);
    expect((await linesOf(file)).map((line) => line && JSON.parse(line).type)).toEqual([
      'begin',
      'answer',
      '',
    ]);
    expect((await stat(ledgerOf(file))).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('brings attempts, participants and rulings back after a restart', async () => {
    const { file, id, attempt } = await played();
    const first = await openQuizStore(file);
    await first.campaigns.rule('spring', () => voided);
    await first.close();
    const store = await reopen(file);
    expect(await store.attempt(id)).toEqual(attempt);
    expect((await store.participant('spring', 'p'))?.id).toBe('aaaaaaaaaa');
    expect((await store.rulings('spring')).get(voided.item)).toBeNull();
    expect((await answer(store, id, 1))?.outcome).toBe('already-answered');
    expect((await answer(store, id, 2))?.outcome).toBe('recorded');
    expect((await readLedger(ledgerOf(file))).head.seq).toBe(5);
  });

  it('cuts off what a crash has left of a line, and nothing else', async () => {
    const { file, id, attempt } = await played();
    const whole = await readFile(ledgerOf(file), 'utf8');
    await appendFile(ledgerOf(file), whole.split('\n')[1]!.slice(0, 40));
    expect((await readLedger(ledgerOf(file))).torn).toBe(40);
    const store = await reopen(file);
    expect(await store.attempt(id)).toEqual(attempt);
    await answer(store, id, 2);
    expect((await readFile(ledgerOf(file), 'utf8')).startsWith(whole)).toBe(true);
    expect(await readLedger(ledgerOf(file))).toMatchObject({ head: { seq: 4 }, torn: 0 });
  });

  it.each<[string, (lines: string[]) => string[], number]>([
    ['changed', (lines) => lines.with(1, lines[1]!.replace('"right":true', '"right":false')), 2],
    ['taken out', (lines) => lines.toSpliced(0, 1), 1],
    ['emptied', (lines) => lines.with(2, ''), 3],
    ['doubled', (lines) => lines.toSpliced(1, 0, lines[1]!), 3],
  ])('stops at a line that was %s, names it and leaves the file as it is', async (_, change, line) => {
    const { file } = await played();
    const source = change(await linesOf(file)).join('\n');
    await writeFile(ledgerOf(file), source);
    const opening = openQuizStore(file);
    await expect(opening).rejects.toThrow(BadInput);
    await expect(opening).rejects.toThrow(new RegExp(`ledger\\.jsonl:${line}: line ${line} is broken`));
    expect(await readFile(ledgerOf(file), 'utf8')).toBe(source);
    expect(await readdir(join(file, '..'))).toEqual(['ledger.jsonl', 'quiz.json']);
  });

  it('tells of a write that failed and carries its events with the next one', async () => {
    const file = join(await folderOf({}), 'ledger.jsonl');
    const event = (n: number): ScoreEvent => ({ type: 'miss', at: n, attempt: 'aaaaaaaaaa', n });
    let held = false;
    const ledger = createLedger(file, await readLedger(file), () => {
      if (!held) throw new Outage('the lock was lost');
    });
    ledger.add(event(0));
    await expect(ledger.commit()).rejects.toThrow(Outage);
    held = true;
    ledger.add(event(1));
    await ledger.commit();
    const seen: number[] = [];
    await readLedger(file, ({ at }) => seen.push(at));
    expect(seen).toEqual([0, 1]);
    await ledger.close();
  });

  it('shares a write among events that come together', async () => {
    const file = join(await folderOf({}), 'ledger.jsonl');
    let writes = 0;
    const ledger = createLedger(file, await readLedger(file), () => {
      writes += 1;
    });
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        ledger.add({ type: 'miss', at: 1, attempt: 'aaaaaaaaaa', n });
        return ledger.commit();
      }),
    );
    expect(writes).toBeLessThanOrEqual(2);
    expect((await readLedger(file)).head.seq).toBe(50);
    await ledger.close();
  });
});
