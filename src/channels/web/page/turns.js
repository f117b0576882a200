import { setUpCountdowns } from './countdown.js';
import { phrases } from './phrases.js';
import { pressByKey, saidBy } from './press.js';
import { addSpeech } from './speech.js';
import { takeTurn } from './turn.js';

/** Sends what forms marked data-turn say and adds what comes back to the log. */
export function setUpTurns() {
  const log = document.getElementById('log');
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
    let echoed = false;
    const echo = () => {
      if (!echoed) log.append(questionHeading(asked));
      echoed = true;
      document.getElementById('welcome').hidden = true;
    };
    if ('text' in body) reveal(show(echo));
    let shown = null;
    const outcome = await takeTurn(body, {
      words: phrases.question,
      message: (message, inPlace) => {
        if (inPlace && pressedIn) pressedIn.replaceWith(message);
        else {
          echo();
          log.append(message);
        }
        addSpeech(message);
        tick();
        shown ??= { message, replaced: inPlace && pressedIn !== null };
      },
      file: (file) => log.append(file),
    });
    busy = false;
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
