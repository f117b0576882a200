/** China has had one offset and no summer time since 1991. */
const offset = 8 * 3600_000;
const dayMs = 24 * 3600_000;

/** `2026-09-01 08:00` in Asia/Shanghai as milliseconds since 1970; null for anything else. 24:00 ends a day. */
export function readMoment(written: string): number | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(written) ?? [];
  const midnight = Date.parse(`${day}T00:00Z`);
  const at = Date.parse(`${day}T${time}Z`);
  const exists = !Number.isNaN(at) && new Date(midnight).toISOString().startsWith(day!);
  return exists ? at - offset : null;
}

/** `2026-09-01 08:00` in Asia/Shanghai. */
export const writeMoment = (at: number): string =>
  new Date(at + offset).toISOString().slice(0, 16).replace('T', ' ');

/** The end of a window: midnight is 24:00 of the day that ends, as people write it. */
export function writeClose(at: number): string {
  const written = writeMoment(at);
  return written.endsWith(' 00:00') ? `${writeMoment(at - 1).slice(0, 10)} 24:00` : written;
}

/** Number of the calendar day in Asia/Shanghai. */
export const dayOf = (at: number): number => Math.floor((at + offset) / dayMs);

/** When that day begins. */
export const midnightOf = (day: number): number => day * dayMs - offset;
