import { dayOf } from '../../campaign/calendar.ts';
import { phrases } from '../phrases.ts';

const dates = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });
const datesWithYear = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });

/** 今天, 明天, 12月3日, 2027年1月8日: the day of a moment to come, in Asia/Shanghai. */
export function spokenDay(at: number, now: number): string {
  const days = dayOf(at) - dayOf(now);
  if (days <= 0) return phrases.today;
  if (days === 1) return phrases.tomorrow;
  return (days < 300 ? dates : datesWithYear).format(at);
}
