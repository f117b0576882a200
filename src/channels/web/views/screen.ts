import { raw } from 'hono/html';
import type { Chart, Message } from '../../../message/message.ts';
import { webPhrases } from '../phrases.ts';
import { chartView } from './chart.ts';
import { countdownView } from './countdown.ts';
import { type Html, html } from './html.ts';
import type { Setting } from './layout.ts';
import { wordsOf } from './words.ts';

/** How often the page is made anew, seconds. */
const everySeconds = 10;
/** Characters of a title that fit one line beside the countdown; a longer one is smaller. */
const longestTitle = 22;

/** A campaign for a room: who takes part, how far each unit is, and where one takes part. Nothing on it can be pressed. */
export function screenPage(
  { title, board, address, qr }: { title: string; board: Message; address: string; qr: string },
  { assets, now }: Setting,
): Html {
  const [progress, ...charts] = board.charts;
  const notes = board.paragraphs.filter(({ kind }) => kind === 'note');
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${webPhrases.screen}</title>
<link rel="icon" href="${assets}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets}/screen.css">
<noscript><meta http-equiv="refresh" content="${everySeconds}"></noscript>
<script type="module" src="${assets}/screen.js"></script>
</head>
<body>
<main data-every="${everySeconds}">
<header><h1${title.length > longestTitle && html` class="long"`}>${wordsOf(title)}</h1>${board.countdown && countdownView(board.countdown, now, null)}</header>
<aside>
${progress && figuresView(progress)}
<figure class="way"><div class="qr">${raw(qr)}</div><figcaption>${webPhrases.scan}</figcaption><p class="address">${address.replace(/^https?:\/\//, '')}</p></figure>
</aside>
<div class="charts">${charts.map(chartView)}</div>
<footer><p class="stale">${webPhrases.stale}</p>${notes.map(({ text }) => html`<p>${text}</p>`)}<p class="by">${webPhrases.name}</p></footer>
</main>
</body>
</html>`;
}

/** A chart of few bars as figures to be read from afar; what follows the slash of `12/200人` is smaller. */
function figuresView({ bars }: Chart): Html {
  const rows = bars.map(({ label, text }) => {
    const [, figure = text, rest = ''] = /^(\d+)(.*)$/u.exec(text) ?? [];
    return html`<div><dt>${label}</dt><dd><strong>${figure}</strong>${rest}</dd></div>`;
  });
  return html`<dl class="figures">${rows}</dl>`;
}
