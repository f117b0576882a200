import { createHash } from 'node:crypto';
import { type ScoreEvent, scoreEventSchema } from './campaign/paper/score-event.ts';

/** The end of the chain so far. */
export interface Head {
  /** Number of the last line, from 1; 0 before the first. */
  seq: number;
  /** SHA-256 in hexadecimal digits. */
  hash: string;
}

/** What the first line is chained to. */
export const genesis: Head = { seq: 0, hash: '0'.repeat(64) };

/**
 * The next line: the event with its number as canonical JSON (RFC 8785: keys in order, no white space), then `hash`,
 * the SHA-256 of the hash before and of that JSON. A line changed, dropped, added or moved breaks the chain there.
 */
export function sealLine(head: Head, event: ScoreEvent): { line: string; head: Head } {
  const seq = head.seq + 1;
  const body = canonical({ ...event, seq });
  const hash = digest(head, body);
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}`, head: { seq, hash } };
}

/** Reads the line after `head`, or says why it cannot be that. */
export function openLine(head: Head, line: string): { event: ScoreEvent; head: Head } | { broken: string } {
  const [, open, hash] = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s.exec(line) ?? [];
  if (open === undefined || hash === undefined) return { broken: 'it is not a line of a ledger' };
  const body = `${open}}`;
  if (digest(head, body) !== hash)
    return { broken: 'its hash does not follow from it and the line before: one of them was changed' };
  const { seq, ...raw } = JSON.parse(body);
  const event = scoreEventSchema.safeParse(raw);
  if (!event.success) return { broken: `it holds no score event: ${event.error.issues[0]!.message}` };
  if (seq !== head.seq + 1) return { broken: `it is numbered ${seq}, not ${head.seq + 1}` };
  return { event: event.data, head: { seq, hash } };
}

const digest = (head: Head, body: string): string =>
  createHash('sha256')
    .update(head.hash + body)
    .digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
