import type { Passage } from '../../../knowledge/passage.ts';
import { passageHeading } from '../../../knowledge/passage.ts';
import type { Release } from '../../../knowledge/release.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { passageView } from './passage.ts';

const back = html`<p class="back"><a class="button" href="/">${webPhrases.back}</a></p>`;

export function passagePage(passage: Passage, release: Release, setting: Setting): Html {
  const title = `${passageHeading(passage)} · ${webPhrases.name}`;
  const main = html`${passageView(passage, release)}${back}`;
  return layout({ title, path: passagePath(passage.id), main, home: false }, setting);
}

/** A page that says what went wrong and leads home. */
export function noticePage(title: string, hint: string, setting: Setting): Html {
  const main = html`<section class="passage"><h1>${title}</h1><p>${hint}</p></section>${back}`;
  return layout({ title: `${title} · ${webPhrases.name}`, path: '/', main, home: false }, setting);
}
