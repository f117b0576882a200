import type { Card } from '../../../knowledge/passage.ts';
import { cardLines } from '../../../message/plain-text.ts';
import { type Html, html } from './html.ts';
import { phone, withHotlines } from './phone-links.ts';

/** What the counter says, as a definition list. */
export function cardView(card: Card): Html {
  const phones = card.phone.map((each, i) => [i > 0 ? '、' : '', phone(each)]);
  const lines = cardLines(card).map(([label, value]) => {
    const isPhone = value === card.phone.join('、');
    return html`<div><dt>${label}</dt><dd>${isPhone ? phones : withHotlines(value)}</dd></div>`;
  });
  return html`<section class="card"><h3>${card.title}</h3><dl>${lines}</dl></section>`;
}
