import { phrases } from './phrases.js';
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
    const { name, value, textContent } = event.submitter;
    const body = name === 'press' ? { press: value } : { text: value };
    run(body, { asked: textContent.trim(), pressedIn: event.target.closest('.message') });
  });

  document.addEventListener('keydown', pressByDigit);

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
        shown ??= { message, replaced: inPlace && pressedIn !== null };
      },
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

/** Markup of our own server, which has escaped it. */
function nodes(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** With the focus in a message, 1–9 press its buttons: a quiz by keyboard. */
function pressByDigit(event) {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const message = event.target.closest?.('.message');
  const button = message?.querySelectorAll('.buttons button, .buttons a')[Number(event.key) - 1];
  button?.click();
}
