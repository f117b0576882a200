import type { Message } from '../../../message/message.ts';
import { phrases } from '../../../message/phrases.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { messageView } from './message.ts';

/** A turn as the page without JavaScript shows it. */
export interface Turn {
  asked: string | null;
  messages: Message[];
  /** Short remarks: a toast, or why the question was not taken. */
  remark: string;
}

/** The one page: welcome or the turn just made, and the question box. */
export function homePage(turn: Turn | null, setting: Setting): Html {
  const main = html`${welcome(turn !== null)}
<div id="log" role="log" aria-label="${webPhrases.log}">
${turn?.asked && html`<h2 class="question"><span class="visually-hidden">${webPhrases.yourQuestion}</span>${turn.asked}</h2>`}
${turn?.messages.map(messageView)}
</div>
<div id="pending" class="pending" aria-hidden="true"></div>
<p id="status" class="status" role="status">${turn?.remark}</p>
<form class="composer" method="post" action="/ask" data-turn>
<label for="question">${webPhrases.question}</label>
<div class="field">
<textarea id="question" name="text" rows="1" maxlength="2000" autocomplete="off" enterkeyhint="send" required></textarea>
<button class="send primary">${webPhrases.send}</button>
</div>
</form>
<dialog id="passage" aria-label="${webPhrases.passage}">
<form method="dialog"><span class="note">${webPhrases.passage}</span><button class="close">${webPhrases.close}</button></form>
<div id="opened"></div>
</dialog>`;
  return layout({ title: webPhrases.title, path: '/', main, home: true }, setting);
}

function welcome(hidden: boolean): Html {
  const examples = phrases.examples.map(
    (text) => html`<li><button name="text" value="${text}">${text}</button></li>`,
  );
  return html`<section id="welcome" class="welcome"${hidden && html` hidden`}>
<h2>${webPhrases.welcome}</h2>
<p>${webPhrases.welcomeHint}</p>
<h3>${webPhrases.examples}</h3>
<form method="post" action="/ask" data-turn><ul>${examples}</ul></form>
</section>`;
}
