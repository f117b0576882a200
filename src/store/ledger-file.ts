import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Outage, reasonOf } from '../errors.ts';
import type { ScoreEvent } from '../quiz/campaign/paper/score-event.ts';
import { genesis, type Head, openLine, sealLine } from '../quiz/ledger.ts';
import { syncFolder } from '../sync-folder.ts';
import { createGroupCommit } from './group-commit.ts';
import { corrupt } from './json-file.ts';

/** A ledger read through. */
export interface LedgerReading {
  head: Head;
  /** Bytes of the whole lines. */
  size: number;
  /** Bytes after the last whole line: what a crash has left of a write that was never acknowledged. */
  torn: number;
}

/**
 * Checks every line of a ledger (JSON Lines) and hands its events on, in order. A missing file is an empty ledger.
 * @throws BadInput naming the first broken line; Outage where the file cannot be read
 */
export async function readLedger(
  file: string,
  each: (event: ScoreEvent) => void = () => {},
): Promise<LedgerReading> {
  let head = genesis;
  let size = 0;
  let rest = '';
  const take = (line: string): void => {
    const read = openLine(head, line);
    if ('broken' in read)
      throw corrupt(file, `line ${head.seq + 1} is broken: ${read.broken}`, undefined, head.seq + 1);
    try {
      each(read.event);
    } catch (cause) {
      throw corrupt(file, `line ${read.head.seq} is broken: ${reasonOf(cause)}`, cause, read.head.seq);
    }
    head = read.head;
    size += Buffer.byteLength(line) + 1;
  };
  const chunks = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })[Symbol.asyncIterator]();
  for (;;) {
    const { value: chunk, done } = await chunks.next().catch((cause) => {
      if (cause.code === 'ENOENT') return { value: '', done: true };
      throw new Outage(`${file}: cannot be read: ${reasonOf(cause)}`, { cause });
    });
    if (done) break;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) take(line);
  }
  return { head, size, torn: Buffer.byteLength(rest) };
}

/**
 * The ledger of one process. `add` seals an event in memory, `commit` resolves once every event added before it is
 * on disk: events that come while a write runs share the next one. After a write that failed, what it may have left
 * is cut off, and the next write carries its events.
 */
export function createLedger(
  file: string,
  { head: start, size: begun, torn }: LedgerReading,
  assertHeld: () => void,
) {
  let head = start;
  let size = begun;
  let dirty = torn > 0;
  let handle: FileHandle | null = null;
  let unwritten: string[] = [];

  const { commit, settled } = createGroupCommit(async () => {
    assertHeld();
    const lines = unwritten;
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.join(''));
    unwritten = [];
    try {
      if (!handle) {
        handle = await open(file, 'a', 0o600);
        await syncFolder(dirname(file));
      }
      if (dirty) await handle.truncate(size);
      dirty = true;
      await handle.appendFile(bytes);
      await handle.datasync();
    } catch (cause) {
      unwritten = [...lines, ...unwritten];
      throw new Outage(`${file}: cannot be written: ${reasonOf(cause)}`, { cause });
    }
    size += bytes.length;
    dirty = false;
  });

  return {
    add(event: ScoreEvent): void {
      const sealed = sealLine(head, event);
      head = sealed.head;
      unwritten.push(`${sealed.line}\n`);
    },
    commit,
    settled,
    async close(): Promise<void> {
      await settled().finally(() => handle?.close());
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
