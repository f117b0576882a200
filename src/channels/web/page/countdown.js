import { phrases } from './phrases.js';
import { say } from './status.js';
import { timeLeft } from './time-left.js';

/** The server takes answers three seconds longer, for those that were on their way (deadline.ts). */
const graceMs = 3500;
/** So that a crowd does not ask in the same instant. */
const spreadMs = 1500;
const minute = 60_000;
/** Said aloud when so much is left, by the words for it. */
const moments = [
  [5 * minute, phrases.fiveMinutes],
  [minute, phrases.oneMinute],
];

const clocks = new WeakMap();
const [navigation] = performance.getEntriesByType('navigation');
/** When what stood on the page at first was sent. */
let sentAt = performance.timeOrigin + (navigation?.responseStart ?? 0);

/**
 * Ticks every countdown on the page; `over(element)` is called once, when one has run out and answers are in. Gives
 * what is to be called when a new one has come.
 */
export function setUpCountdowns(over = () => {}) {
  const tick = () => {
    for (const element of document.querySelectorAll('[data-to]')) show(element, over);
    sentAt = null;
  };
  tick();
  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  return tick;
}

function show(element, over) {
  const clock = clocks.get(element) ?? start(element);
  clocks.set(element, clock);
  const left = clock.to - (Date.now() + clock.ahead);
  const words = left > 0 ? timeLeft(left) : phrases.timeOver;
  if (element.textContent !== words) element.textContent = words;
  element.classList.toggle('short', left <= minute);
  const passed = moments.filter(([at]) => clock.last > at && left <= at && left > 0);
  if (passed.length > 0 && element.dataset.press) say(passed.at(-1)[1]);
  if (left <= 0 && clock.last > 0) end(element, over);
  clock.last = left;
}

/** `ahead`: how far the server's clock is before this one. */
function start({ dataset }) {
  const ahead = Number(dataset.now) - (sentAt ?? Date.now());
  return { to: Number(dataset.to), ahead, last: Number(dataset.to) - Number(dataset.now) };
}

function end(element, over) {
  if (element.dataset.press) {
    say(phrases.collecting, { working: true });
    for (const option of element.closest('.message').querySelectorAll('.option')) option.disabled = true;
  }
  setTimeout(() => element.isConnected && over(element), graceMs + Math.random() * spreadMs);
}
