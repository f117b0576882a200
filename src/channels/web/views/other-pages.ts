import type { Passage } from '../../../knowledge/passage.ts';
import { passageHeading } from '../../../knowledge/passage.ts';
import type { Release } from '../../../knowledge/release.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { layout, type Setting } from './layout.ts';
import { passageView } from './passage.ts';

const back = (path: string, words: string): Html =>
  html`<p class="back"><a class="button" href="${path}">${words}</a></p>`;

export function passagePage(passage: Passage, release: Release, setting: Setting): Html {
  const title = `${passageHeading(passage)} · ${webPhrases.name}`;
  const main = html`${passageView(passage, release, setting.now)}${back('/', webPhrases.back)}`;
  return layout({ title, path: passagePath(passage.id), main, frame: 'page' }, setting);
}

/** A page that says what went wrong and leads home, or back to a page named. */
export function noticePage(title: string, hint: string, setting: Setting, path = '/'): Html {
  const way = back(path, path === '/' ? webPhrases.back : webPhrases.backToPage);
  const main = html`<section class="passage"><h1>${title}</h1><p>${hint}</p></section>${way}`;
  return layout({ title: `${title} · ${webPhrases.name}`, path: '/', main, frame: 'page' }, setting);
}
