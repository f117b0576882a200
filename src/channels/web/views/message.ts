import { passageHeading } from '../../../knowledge/passage.ts';
import type { Message, Paragraph, Source } from '../../../message/message.ts';
import { phrases } from '../../../message/phrases.ts';
import { passagePath } from '../passage-path.ts';
import { webPhrases } from '../phrases.ts';
import { buttonsView } from './buttons.ts';
import { cardView } from './card.ts';
import { chartView } from './chart.ts';
import { countdownView, paperPress } from './countdown.ts';
import { fieldView } from './field.ts';
import { type Html, html } from './html.ts';
import { optionsOf } from './options.ts';
import { paragraphsView } from './paragraphs.ts';

/** Where a message stands. */
export interface Place {
  /** Milliseconds since 1970. */
  now: number;
  /** Where its forms go without script. */
  action: string;
}

/** One message: badge, the bar of a paper, words, card, charts, sources, standing note, field, buttons. */
export function messageView(message: Message, { now, action }: Place): Html {
  const { sources, card, charts, countdown, field, generated } = message;
  const asked = optionsOf(message);
  const onPaper = paperPress(message) !== null && countdown !== null;
  const heading = onPaper ? asked.paragraphs.find(isPlace) : undefined;
  const paragraphs = asked.paragraphs.filter((paragraph) => paragraph !== heading);
  const last = paragraphs.findLastIndex((paragraph) => paragraph.kind !== 'note');
  return html`<article class="message${onPaper && ' paper'}" tabindex="-1">
${generated && html`<p class="badge">${phrases.generatedBy}</p>`}
${countdown && html`<div class="clock">${heading && paragraphsView([heading], sources)}${countdownView(countdown, now, paperPress(message))}</div>`}
<div class="words" data-read>${paragraphsView(paragraphs.slice(0, last + 1), sources)}${card && cardView(card)}</div>
${charts.map(chartView)}
${sources.length > 0 && sourcesView(sources)}
${paragraphsView(paragraphs.slice(last + 1), sources)}
${field && fieldView(field, action)}
${buttonsView(message, asked.options, action)}
</article>`;
}

/** Where in a paper an item stands: the note before the question. */
const isPlace = ({ kind }: Paragraph, i: number, all: Paragraph[]): boolean =>
  kind === 'note' && all[i + 1]?.kind === 'lead';

function sourcesView(sources: Source[]): Html {
  const items = sources.map(
    (source, i) =>
      html`<li><a data-passage href="${passagePath(source.passage)}"><span class="number">[${i + 1}]</span> ${passageHeading(source)}</a></li>`,
  );
  return html`<section class="sources"><h3>${webPhrases.sources}</h3><ol>${items}</ol></section>`;
}
