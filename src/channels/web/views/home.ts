import { phrases } from '../../../message/phrases.ts';
import type { Gathered } from '../gathered.ts';
import { webPhrases } from '../phrases.ts';
import { fileView } from './file.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { messageView } from './message.ts';
import { passageDialog } from './passage.ts';

/** The one page: welcome or the turn just made, and the question box. */
export function homePage(turn: (Gathered & { asked: string | null }) | null, setting: Setting): Html {
  const main = html`${welcome(turn !== null)}
<div id="log" role="log" aria-label="${webPhrases.log}">
${turn?.asked && html`<h2 class="question"><span class="visually-hidden">${webPhrases.yourQuestion}</span>${turn.asked}</h2>`}
${turn?.messages.map((message) => messageView(message, { now: setting.now, action: '/ask' }))}
${turn?.files.map(fileView)}
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
${passageDialog()}`;
  return layout({ title: webPhrases.title, path: '/', main, frame: 'home' }, setting);
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
