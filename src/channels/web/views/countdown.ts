import { readAction, writeAction } from '../../../message/action.ts';
import type { Countdown, Message } from '../../../message/message.ts';
import { type Html, html } from './html.ts';

/** The time left in two parts, or one where the other does not matter: 12天, 3天5小时, 2小时07分, 12分08秒, 9秒. page/time-left.js says the same. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (days >= 10) return `${days}天`;
  if (days > 0) return `${days}天${hours}小时`;
  if (hours > 0) return `${hours}小时${two(minutes)}分`;
  return minutes > 0 ? `${minutes}分${two(rest)}秒` : `${rest}秒`;
}

/**
 * The time left when rendered; page/countdown.js ticks on by the server's clock, which `data-now` gives it, and presses
 * `data-press` once the time is over.
 */
export function countdownView({ label, to }: Countdown, now: number, press: string | null): Html {
  return html`<p class="countdown">${label} <strong role="timer" data-to="${to}" data-now="${now}"${press && html` data-press="${press}"`}>${timeLeft(to - now)}</strong></p>`;
}

/** The press that shows the item which a message's buttons are about, or what has become of its paper; null without one. */
export function paperPress({ buttons }: Pick<Message, 'buttons'>): string | null {
  return buttons.flat().reduce<string | null>((found, { action }) => found ?? itemPress(action), null);
}

/** As `paperPress`, of one action. */
export function itemPress(written: string): string | null {
  const action = readAction(written);
  if (action?.[0] === 'paper-finish') return writeAction('paper-item', action[1], 0);
  const shows =
    action?.[0] === 'paper-item' ||
    action?.[0] === 'paper-sheet' ||
    action?.[0] === 'paper-choose' ||
    action?.[0] === 'paper-toggle' ||
    action?.[0] === 'paper-submit';
  return shows ? writeAction('paper-item', action[1], action[2]) : null;
}
