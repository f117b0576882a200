import { showPassage } from '../../../conversation/show.ts';
import type { Passage } from '../../../knowledge/passage.ts';
import type { Release } from '../../../knowledge/release.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { messageView } from './message.ts';

/** One passage as its page shows it, and as the dialog takes it over from there. */
export function passageView(passage: Passage, release: Release, now: number): Html {
  const shown = showPassage(passage, release);
  const [head, gist, ...rest] = shown.paragraphs;
  const paragraphs = passage.gist
    ? [{ ...gist!, kind: 'lead' as const }, ...rest]
    : shown.paragraphs.slice(1);
  return html`<section class="passage" data-opened>
<h1 tabindex="-1">${head!.text}</h1>
${messageView({ ...shown, paragraphs }, { now, action: '/ask' })}
<p class="permalink" data-mute><a href="${passagePath(passage.id)}">${webPhrases.permalink}</a></p>
</section>`;
}

/** Where page/passages.js opens passages. */
export const passageDialog = (): Html => html`<dialog id="passage" aria-label="${webPhrases.passage}">
<form method="dialog"><span class="note">${webPhrases.passage}</span><button class="close">${webPhrases.close}</button></form>
<div id="opened"></div>
</dialog>`;
