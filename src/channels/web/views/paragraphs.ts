import { passageHeading } from '../../../knowledge/passage.ts';
import type { Paragraph, Source } from '../../../message/message.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';
import { numbersToCall, withHotlines } from './phone-links.ts';

/** Paragraphs in their order; neighbouring items become one list, without dots where they have letters. Without sources the marks are plain. */
export function paragraphsView(paragraphs: Paragraph[], sources: Source[]): Html[] {
  const out: Html[] = [];
  let items: Html[] = [];
  let lettered = true;
  const endList = (): void => {
    if (items.length > 0) out.push(html`<ul${lettered && html` class="lettered"`}>${items}</ul>`);
    items = [];
    lettered = true;
  };
  for (const paragraph of paragraphs) {
    const body = [withHotlines(paragraph.text), citesView(paragraph.cites, sources)];
    if (paragraph.kind === 'item') {
      items.push(html`<li>${body}</li>`);
      lettered &&= /^[A-H][.．、]/u.test(paragraph.text);
    } else {
      endList();
      out.push(
        paragraph.kind === 'signpost'
          ? signpostView(paragraph.text)
          : html`<p class="${paragraph.kind}">${body}</p>`,
      );
    }
  }
  endList();
  return out;
}

function signpostView(text: string): Html {
  const calls = numbersToCall(text).map(
    (number) => html`<a class="call" href="tel:${number}">${webPhrases.call} <strong>${number}</strong></a>`,
  );
  return html`<div class="signpost"><p>${text}</p>${calls.length > 0 && html`<p class="calls" data-mute>${calls}</p>`}</div>`;
}

function citesView(cites: number[], sources: Source[]): Html[] {
  return cites.map((n) => {
    const source = sources[n - 1];
    if (!source) return html`<span class="cite" data-mute>[${n}]</span>`;
    const name = html`<span class="visually-hidden">${passageHeading(source)}</span>`;
    return html`<a class="cite" data-passage data-mute href="${passagePath(source.passage)}">[${n}]${name}</a>`;
  });
}
