import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreEvent } from '../../src/quiz/campaign/paper/score-event.ts';
import { genesis, type Head, openLine, sealLine } from '../../src/quiz/ledger.ts';

const answer = (n: number): ScoreEvent => ({
  type: 'answer',
  at: 1000 + n,
  attempt: 'aaaaaaaaaa',
  n,
  picked: '02',
  right: n % 2 === 0,
});

function chain(events: readonly ScoreEvent[]): string[] {
  let head = genesis;
  return events.map((event) => {
    const sealed = sealLine(head, event);
    head = sealed.head;
    return sealed.line;
  });
}

/** The number of the first broken line, from 1; 0 where all hold. */
function firstBroken(lines: readonly string[]): number {
  let head: Head = genesis;
  for (const [i, line] of lines.entries()) {
    const read = openLine(head, line);
    if ('broken' in read) return i + 1;
    head = read.head;
  }
  return 0;
}

describe('a chain of score events', () => {
  const events = [0, 1, 2, 3, 4].map(answer);
  const lines = chain(events);

  it('can be checked by hand: SHA-256 over the hash before and the line without its own', () => {
    const [body, hash] = lines[0]!.split(',"hash":') as [string, string];
    const byHand = createHash('sha256')
      .update(`${'0'.repeat(64)}${body}}`)
      .digest('hex');
    expect(JSON.parse(`${hash.slice(0, -1)}`)).toBe(byHand);
    expect(Object.keys(JSON.parse(`${body}}`))).toEqual([
      'at',
      'attempt',
      'n',
      'picked',
      'right',
      'seq',
      'type',
    ]);
  });

  it('gives back what went in', () => {
    let head = genesis;
    for (const [i, line] of lines.entries()) {
      const read = openLine(head, line);
      if ('broken' in read) throw new Error(read.broken);
      expect(read.event).toEqual(events[i]);
      head = read.head;
    }
    expect(head.seq).toBe(5);
  });

  it('breaks at the first line that was changed, dropped, added or moved', () => {
    expect(firstBroken(lines)).toBe(0);
    expect(firstBroken(lines.with(2, lines[2]!.replace('true', 'false')))).toBe(3);
    expect(firstBroken(lines.toSpliced(1, 1))).toBe(2);
    expect(firstBroken(lines.toSpliced(3, 0, lines[0]!))).toBe(4);
    expect(firstBroken([lines[1]!, lines[0]!, ...lines.slice(2)])).toBe(1);
    // Sealed again by somebody who can count: the next line tells.
    const forged = sealLine({ seq: 2, hash: JSON.parse(lines[1]!).hash }, {
      ...answer(2),
      right: false,
    } as ScoreEvent);
    expect(firstBroken(lines.with(2, forged.line))).toBe(4);
  });

  it('notices any change of any character', () => {
    const anywhere = fc.tuple(fc.nat({ max: 4 }), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(anywhere, ([n, where, with_]) => {
        const line = lines[n]!;
        const place = where % line.length;
        const changed = line.slice(0, place) + with_ + line.slice(place + 1);
        fc.pre(changed !== line);
        expect(firstBroken(lines.with(n, changed))).toBe(n + 1);
      }),
    );
  });
});
