import type { Message } from '../../../message/message.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { messageView } from './message.ts';

/** Whether a certificate holds good: the number to type, and what is said of it. */
export function verifyPage(number: string, said: Message[], setting: Setting): Html {
  const main = html`<section class="verify">
<h1>${webPhrases.verify}</h1>
<form class="asked" method="get" action="/v">
<label>${webPhrases.verifyNumber}<input name="number" value="${number}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
<button class="primary">${webPhrases.verifySubmit}</button>
</form>
${said.map((message) => messageView({ ...message, field: null }, { now: setting.now, action: '/ask' }))}
</section>`;
  return layout(
    { title: `${webPhrases.verify} · ${webPhrases.name}`, path: '/v', main, frame: 'page' },
    setting,
  );
}
