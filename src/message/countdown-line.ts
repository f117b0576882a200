import type { Countdown } from './message.ts';
import { phrases } from './phrases.ts';
import { spokenTime } from './spoken-time.ts';

/** China has had one offset and no summer time since 1991. */
const offset = 8 * 3600_000;
const dayMs = 24 * 3600_000;

/**
 * The time that is left at `now`, and the moment itself on the clock of Asia/Shanghai, which stays true where the
 * line is not kept fresh: 离收卷还有 12分（到 14:32）. Both in milliseconds since 1970.
 */
export function countdownLine({ label, to }: Countdown, now: number): string {
  if (to <= now) return phrases.timeOver;
  return phrases.timeLeft(label.replaceAll(/\s+/gu, ' ').trim(), spokenTime(to - now), momentOf(to, now));
}

/** 14:32, 14:32:05, and with the date where it is another day: 11月28日 9:00, 2027年1月1日 0:00. */
function momentOf(at: number, now: number): string {
  const local = new Date(at + offset);
  const [minutes, seconds] = [local.getUTCMinutes(), local.getUTCSeconds()].map((n) =>
    `${n}`.padStart(2, '0'),
  );
  const time = `${local.getUTCHours()}:${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
  if (Math.floor((at + offset) / dayMs) === Math.floor((now + offset) / dayMs)) return time;
  const year = local.getUTCFullYear();
  const otherYear = year === new Date(now + offset).getUTCFullYear() ? '' : `${year}年`;
  return `${otherYear}${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${time}`;
}
