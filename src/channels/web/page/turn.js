import { nodes } from './nodes.js';
import { phrases } from './phrases.js';
import { stopSpeech } from './speech.js';
import { say, sayWorking } from './status.js';
import { streamTurn } from './stream.js';

/**
 * Sends a turn and tells how it goes; `message(element, inPlace)` and `file(element)` take what comes. Checked
 * sentences appear in #pending, hidden from screen readers, which read the whole message once it stands. Gives
 * `problem`, `refused` as streamTurn does, and `remark`.
 */
export async function takeTurn(body, { message, file, words }) {
  const pending = document.getElementById('pending');
  stopSpeech();
  sayWorking(phrases.sending);
  let remark = '';
  const outcome = await streamTurn(body, words, {
    progress: ({ text }) => sayWorking(text),
    sentence: ({ html }) => pending.append(nodes(html)),
    toast: ({ text }) => {
      remark = text;
    },
    message: ({ html, inPlace }) => {
      pending.replaceChildren();
      message(nodes(html).firstElementChild, inPlace);
    },
    file: ({ html }) => file(nodes(html).firstElementChild),
  });
  pending.replaceChildren();
  say(outcome.problem || remark, { stays: outcome.problem !== '' });
  return { ...outcome, remark };
}
