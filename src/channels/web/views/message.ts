import { passageHeading } from '../../../knowledge/passage.ts';
import { readAction } from '../../../message/action.ts';
import type { Button, Message, Source } from '../../../message/message.ts';
import { phrases } from '../../../message/phrases.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { cardView } from './card.ts';
import { type Html, html } from './html.ts';
import { paragraphsView } from './paragraphs.ts';

/** One message: badge, words, card, sources, standing note, buttons. */
export function messageView(message: Message): Html {
  const { paragraphs, sources, card, generated } = message;
  const last = paragraphs.findLastIndex((paragraph) => paragraph.kind !== 'note');
  return html`<article class="message" tabindex="-1">
${generated && html`<p class="badge">${phrases.generatedBy}</p>`}
<div class="words" data-read>${paragraphsView(paragraphs.slice(0, last + 1), sources)}${card && cardView(card)}</div>
${sources.length > 0 && sourcesView(sources)}
${paragraphsView(paragraphs.slice(last + 1), sources)}
${buttonsView(message)}
</article>`;
}

function sourcesView(sources: Source[]): Html {
  const items = sources.map(
    (source, i) =>
      html`<li><a data-passage href="${passagePath(source.passage)}"><span class="number">[${i + 1}]</span> ${passageHeading(source)}</a></li>`,
  );
  return html`<section class="sources"><h3>${webPhrases.sources}</h3><ol>${items}</ol></section>`;
}

/** Rows of buttons. Those that open a source of the message are left out: the list of sources has them. */
function buttonsView({ buttons, sources }: Message): Html | null {
  const listed = new Set(sources.map((source) => source.passage));
  const rows = buttons
    .map((row) => row.filter((button) => !listed.has(passageOf(button) ?? '')))
    .filter((row) => row.length > 0)
    .map((row) => html`<div class="row">${row.map(buttonView)}</div>`);
  return rows.length === 0
    ? null
    : html`<form class="buttons" method="post" action="/ask" data-turn>${rows}</form>`;
}

function buttonView(button: Button): Html {
  const passage = passageOf(button);
  return passage === null
    ? html`<button${leadsOn(button) && html` class="primary"`} name="press" value="${button.action}">${button.label}</button>`
    : html`<a class="button" data-passage href="${passagePath(passage)}">${button.label}</a>`;
}

/** The one button that goes on with a quiz. */
const leadsOn = (button: Button): boolean => /^(next|submit):/.test(button.action);

function passageOf(button: Button): string | null {
  const action = readAction(button.action);
  return action?.[0] === 'passage' ? action[1] : null;
}
