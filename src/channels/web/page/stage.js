import { setUpCountdowns } from './countdown.js';
import { nodes } from './nodes.js';
import { phrases } from './phrases.js';
import { pressByKey, saidBy } from './press.js';
import { addSpeech, stopSpeech } from './speech.js';
import { say, sayWorking } from './status.js';
import { streamTurn } from './stream.js';

/** A campaign's page: what a turn says takes the place of what stood there. */
export function setUpStage() {
  const stage = document.getElementById('stage');
  const pending = document.getElementById('pending');
  let turn = Promise.resolve();
  let busy = false;

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-turn]')) return;
    event.preventDefault();
    if (!busy) run(saidBy(event));
  });
  document.addEventListener('keydown', pressByKey);
  const tick = setUpCountdowns(async (element) => {
    await turn;
    if (!element.isConnected) return;
    const { press } = element.dataset;
    if (press) run({ press });
    else refresh();
  });
  if (stage.hasAttribute('data-stranger')) refresh();

  function run(body) {
    turn = take(body);
    return turn;
  }

  async function take(body) {
    busy = true;
    stopSpeech();
    sayWorking(phrases.sending);
    let shown = null;
    let remark = '';
    const outcome = await streamTurn(body, {
      progress: ({ text }) => sayWorking(text),
      sentence: ({ html }) => pending.append(nodes(html)),
      toast: ({ text }) => {
        remark = text;
      },
      message: ({ html }) => {
        const message = nodes(html).firstElementChild;
        pending.replaceChildren();
        if (shown) stage.append(message);
        else stage.replaceChildren(message);
        shown ??= message;
        dress(message);
        tick();
      },
      file: ({ html }) => {
        const file = nodes(html).firstElementChild;
        stage.append(file);
        file.scrollIntoView({ block: 'nearest' });
      },
    });
    pending.replaceChildren();
    busy = false;
    say(outcome.problem || remark, { stays: Boolean(outcome.problem) });
    if (shown) settle(shown, body.press);
  }

  /** The person's own page, fetched from here: a request of this page carries the cookie that a link from elsewhere hides. */
  async function refresh() {
    const response = await fetch(location.pathname).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const own = page.getElementById('stage');
    if (busy || own.hasAttribute('data-stranger') || !stage.isConnected) return;
    stage.replaceChildren(...document.importNode(own, true).childNodes);
    for (const message of stage.querySelectorAll('.message')) addSpeech(message);
  }
}

/** The page says the campaign's title itself. */
function dress(message) {
  const title = document.querySelector('h1').textContent;
  for (const paragraph of message.querySelectorAll('.words > p')) {
    const { textContent } = paragraph;
    if (textContent === title) paragraph.remove();
    else if (textContent.startsWith(`${title}：`))
      paragraph.textContent = textContent.slice(title.length + 1);
  }
  addSpeech(message);
}

/** A ticked option keeps the keyboard and the view; anything else is read from its top. */
function settle(message, pressed) {
  const same = [...message.querySelectorAll('[aria-pressed]')].find(({ value }) => value === pressed);
  if (same) {
    same.focus({ preventScroll: true });
    return;
  }
  message.focus({ preventScroll: true });
  const top = message.matches('.paper') ? message : document.querySelector('main');
  top.scrollIntoView({ block: 'start' });
}
