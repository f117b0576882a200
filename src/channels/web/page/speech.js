import { phrases } from './phrases.js';
import { say } from './status.js';

const synthesis = globalThis.speechSynthesis;
let speaking = null;

/** Adds 朗读 to a message, where the browser can speak. */
export function addSpeech(message) {
  const words = message.querySelector('[data-read]');
  if (!synthesis || !words || words.textContent.trim() === '') return;
  const tools = document.createElement('p');
  tools.className = 'tools';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = phrases.speak;
  button.addEventListener('click', () =>
    speaking === button ? stopSpeech() : speak([...readable(words), ...optionsOf(message)], button),
  );
  tools.append(button);
  words.after(tools);
}

export function stopSpeech() {
  synthesis?.cancel();
  if (speaking) label(speaking, phrases.speak);
  speaking = null;
}

function label(button, text) {
  button.textContent = text;
  button.classList.toggle('speaking', text === phrases.stop);
}

function speak(sentences, button) {
  stopSpeech();
  speaking = button;
  label(button, phrases.stop);
  const end = () => {
    if (speaking === button) stopSpeech();
  };
  // A sentence an utterance: long ones are cut off by some browsers.
  for (const [i, text] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    utterance.rate = document.documentElement.classList.contains('elder') ? 0.85 : 1;
    if (i === sentences.length - 1) utterance.addEventListener('end', end);
    utterance.addEventListener('error', ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') say(phrases.cannotSpeak);
      end();
    });
    synthesis.speak(utterance);
  }
}

/** The options of an item, which stand on its buttons. */
const optionsOf = (message) =>
  [...message.querySelectorAll('.option')].map(({ textContent }) => textContent.trim());

/** What is said aloud: the words without citation marks and call buttons, sentence by sentence. */
function readable(words) {
  const copy = words.cloneNode(true);
  for (const mute of copy.querySelectorAll('[data-mute]')) mute.remove();
  return [...copy.querySelectorAll('p, li, h3, dl > div')]
    .flatMap((element) =>
      [...element.children].some((child) => child.matches('dt'))
        ? [[...element.children].map((c) => c.textContent).join('：')]
        : element.textContent.split(/(?<=[。！？；])/u),
    )
    .map((text) => text.trim())
    .filter(Boolean);
}
