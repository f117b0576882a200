import { setUpCountdowns } from './countdown.js';
import { nodes, pageText } from './nodes.js';
import { phrases } from './phrases.js';
import { pressByKey, saidBy } from './press.js';
import { createPresses } from './presses.js';
import { addSpeech } from './speech.js';
import { say } from './status.js';
import { streamTurn } from './stream.js';
import { takeTurn } from './turn.js';

/** A press is answered at once or not at all. */
const words = { ...phrases.paper, silentMs: 20_000 };
/** Between tries to reach the server once a time is over; from the first to the longest. */
const [firstWaitMs, longestWaitMs] = [3000, 30_000];

/** A campaign's page: what a turn says takes the place of what stood there. */
export function setUpStage() {
  const stage = document.getElementById('stage');
  const presses = createPresses(take);

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-turn]')) return;
    event.preventDefault();
    presses.press(saidBy(event), { from: event.target.closest('.message'), button: event.submitter });
  });
  document.addEventListener('keydown', pressByKey);
  const tick = setUpCountdowns(async (element) => {
    const { press } = element.dataset;
    for (let wait = firstWaitMs; element.isConnected; wait = Math.min(2 * wait, longestWaitMs)) {
      if (await (press ? presses.press({ press }) : refresh({ aloud: true }))) return;
      await online(wait * (1 + Math.random()));
    }
  });
  if (stage.hasAttribute('data-stranger')) refresh();

  /** Gives whether the server has answered. */
  async function take({ body, from }) {
    let shown = false;
    const { problem, remark } = await takeTurn(body, {
      words,
      message: (message) => {
        // Where more ticks wait their answer shows this one too.
        if (presses.count() > 1 && sameTick(message, body)) return;
        dress(message);
        if (shown) stage.append(message);
        else show(message, sameTick(message, body) ? document.activeElement.value || body.press : null);
        shown = true;
        tick();
      },
      file: keep,
    });
    if (!shown && remark && from?.matches('.paper')) await catchUp(from);
    return problem === '';
  }

  /** After a remark: where the paper is elsewhere by now, as by another tab or an answer that got lost, it is shown. */
  async function catchUp(from) {
    const press = from.querySelector('[data-press]')?.dataset.press;
    if (!press) return;
    await streamTurn({ press }, words, {
      message: ({ html }) => {
        const message = nodes(html).firstElementChild;
        if (stemOf(message) === stemOf(from)) return;
        dress(message);
        show(message);
        tick();
      },
    });
  }

  /** After a tick the keyboard and the view stay where they are; anything else is read from its top. */
  function show(message, focused = null) {
    stage.replaceChildren(message);
    const same = [...message.querySelectorAll('button')].find(({ value }) => value === focused);
    (same ?? message).focus({ preventScroll: true });
    if (focused !== null) return;
    const top = message.matches('.paper') ? message : document.querySelector('main');
    top.scrollIntoView({ block: 'start' });
  }

  /** The same file asked for again takes the place of the one before. */
  function keep(file) {
    const linkOf = (each) => each.querySelector('a');
    const nameOf = (each) => linkOf(each).download;
    const before = [...stage.querySelectorAll('.file')].find((each) => nameOf(each) === nameOf(file));
    if (before) before.replaceWith(file);
    else stage.append(file);
    linkOf(file).focus({ preventScroll: true });
    file.scrollIntoView({ block: 'nearest' });
  }

  /**
   * The person's own page, fetched from here: a request of this page carries the cookie that a link from elsewhere
   * hides. Gives whether the server has answered.
   */
  async function refresh({ aloud = false } = {}) {
    const html = await pageText(location.pathname, words.silentMs);
    if (html === null || presses.count() > 0) return false;
    const own = new DOMParser().parseFromString(html, 'text/html').getElementById('stage');
    if (!aloud && own.hasAttribute('data-stranger')) return true;
    const focused = stage.contains(document.activeElement);
    stage.replaceChildren(...document.importNode(own, true).childNodes);
    for (const message of stage.querySelectorAll('.message')) addSpeech(message);
    tick();
    if (focused) stage.querySelector('.message')?.focus({ preventScroll: true });
    if (aloud) say(phrases.renewed);
    return true;
  }
}

const stemOf = (message) => message.querySelector('.lead')?.textContent;

const sameTick = (message, { press }) =>
  [...message.querySelectorAll('[aria-pressed]')].some(({ value }) => value === press);

/** Resolves after a while, or as soon as the network is back. */
const online = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    addEventListener('online', resolve, { once: true });
  });

/** The page says the campaign's title itself; a screen reader hears by its name what has come. */
function dress(message) {
  const title = document.querySelector('h1').textContent;
  for (const paragraph of message.querySelectorAll('.words > p')) {
    const { textContent } = paragraph;
    if (textContent === title) paragraph.remove();
    else if (textContent.startsWith(`${title}：`))
      paragraph.textContent = textContent.slice(title.length + 1);
  }
  const name = message.querySelector('.clock .note, .words > *')?.textContent;
  if (name) message.setAttribute('aria-label', name);
  addSpeech(message);
}
