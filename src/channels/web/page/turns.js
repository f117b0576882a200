import { setUpCountdowns } from './countdown.js';
import { nodes } from './nodes.js';
import { phrases } from './phrases.js';
import { pressByKey, saidBy } from './press.js';
import { addSpeech, stopSpeech } from './speech.js';
import { say, sayWorking } from './status.js';
import { streamTurn } from './stream.js';

/**
 * Sends what forms marked data-turn say and shows what comes back. Checked sentences appear in #pending, hidden from
 * screen readers, which read the whole message once when it is in the log.
 */
export function setUpTurns() {
  const log = document.getElementById('log');
  const pending = document.getElementById('pending');
  let busy = false;

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-turn]') || event.target.matches('.composer')) return;
    event.preventDefault();
    const body = saidBy(event);
    const asked = 'press' in body ? event.submitter.textContent.trim() : body.text;
    run(body, { asked, pressedIn: event.target.closest('.message') });
  });

  document.addEventListener('keydown', pressByKey);
  const tick = setUpCountdowns((element) => {
    const { press } = element.dataset;
    if (press) run({ press }, { asked: '', pressedIn: element.closest('.message') });
  });

  /** Gives whether the turn was taken. */
  async function run(body, { asked, pressedIn = null, keepFocus = false }) {
    if (busy) return false;
    busy = true;
    stopSpeech();
    sayWorking(phrases.sending);
    let echoed = false;
    const echo = () => {
      if (!echoed) log.append(questionHeading(asked));
      echoed = true;
      document.getElementById('welcome').hidden = true;
    };
    if ('text' in body) reveal(show(echo));
    let shown = null;
    let remark = '';
    const outcome = await streamTurn(body, {
      progress: ({ text }) => sayWorking(text),
      sentence: ({ html }) => pending.append(nodes(html)),
      toast: ({ text }) => {
        remark = text;
      },
      message: ({ html, inPlace }) => {
        const message = nodes(html).firstElementChild;
        pending.replaceChildren();
        if (inPlace && pressedIn) pressedIn.replaceWith(message);
        else {
          echo();
          log.append(message);
        }
        addSpeech(message);
        tick();
        shown ??= { message, replaced: inPlace && pressedIn !== null };
      },
      file: ({ html }) => log.append(nodes(html)),
    });
    pending.replaceChildren();
    busy = false;
    say(outcome.problem || remark, { stays: Boolean(outcome.problem) });
    if (shown) settle(shown, keepFocus);
    return !outcome.refused;
  }

  function show(echo) {
    echo();
    return log.lastElementChild;
  }

  return { run };
}

/** Brings the new message into sight and hands the keyboard to it, unless the person is typing. */
function settle({ message, replaced }, keepFocus) {
  if (!keepFocus) message.focus({ preventScroll: true });
  if (replaced) message.scrollIntoView({ block: 'nearest' });
  else
    reveal(message.previousElementSibling?.matches('.question') ? message.previousElementSibling : message);
}

const reveal = (element) => element.scrollIntoView({ block: 'start' });

function questionHeading(text) {
  const heading = document.createElement('h2');
  heading.className = 'question';
  const hidden = document.createElement('span');
  hidden.className = 'visually-hidden';
  hidden.textContent = phrases.yourQuestion;
  heading.append(hidden, text);
  return heading;
}
