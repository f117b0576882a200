import type { Chart } from '../../../message/message.ts';
import { type Html, html } from './html.ts';

/** Characters of a label that fit a bar on the big screen; a longer one is smaller. */
const longestLabel = 14;

/** Bars with their words. The words say it all, so the bars are hidden from screen readers. */
export function chartView({ title, bars, most }: Chart): Html {
  const rows = bars.map(
    ({ label, value, text }) =>
      html`<li${label.length > longestLabel && html` class="long"`}><span class="of">${label}</span> <span class="says">${text}</span> ${barView(most > 0 ? value / most : 0)}</li>`,
  );
  return html`<figure class="chart"><figcaption>${title}</figcaption><ul>${rows}</ul></figure>`;
}

function barView(share: number): Html {
  const width = Math.round(1000 * Math.min(1, Math.max(0, share)));
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="rail" width="1000" height="10"/><rect class="fill" width="${width}" height="10"/></svg>`;
}
