import { navigation, webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';

const styles = ['base', 'frame', 'welcome', 'message', 'quiz', 'chart', 'passage', 'composer'];
/** A campaign's page leaves out what leads away from a paper. */
type Frame = 'home' | 'page' | 'campaign';

/** What every page needs to know besides its content. */
export interface Setting {
  /** Folder of the assets, with their version. */
  assets: string;
  elder: boolean;
  /** ISO date of the newest source. */
  asOf: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The frame of every page: header with the ways in, main, footer. */
export function layout(
  page: { title: string; path: string; main: Html; frame: Frame },
  setting: Setting,
): Html {
  const { assets, elder } = setting;
  const home = page.frame === 'home';
  return html`<!doctype html>
<html lang="zh-CN"${elder && html` class="elder"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${webPhrases.promise}">
<title>${page.title}</title>
<link rel="icon" href="${assets}/icon.svg" type="image/svg+xml">
${[...styles, ...(page.frame === 'campaign' ? ['campaign'] : [])].map((style) => html`<link rel="stylesheet" href="${assets}/${style}.css">`)}
<script type="module" src="${assets}/page.js"></script>
</head>
<body class="${page.frame}">
${home && html`<a class="skip" href="#question">${webPhrases.skip}</a>`}
<header>
<div class="masthead">
${home ? html`<h1 class="name">${webPhrases.name}</h1>` : html`<p class="name"><a href="/">${webPhrases.name}</a></p>`}
<form class="elder-switch" method="get" action="${page.path}">
<button name="elder" value="${elder ? 0 : 1}" data-on="${webPhrases.elderOn}" data-off="${webPhrases.elderOff}">${elder ? webPhrases.elderOff : webPhrases.elderOn}</button>
</form>
</div>
${page.frame !== 'campaign' && waysIn(home)}
</header>
<main>
${page.main}
</main>
<footer>
<p>${webPhrases.about}</p>
<p>${webPhrases.hotline} <a class="phone" href="tel:12348">12348</a></p>
<p>${webPhrases.asOf} <time datetime="${setting.asOf}">${setting.asOf}</time></p>
<form method="post" action="/ask"${home && html` data-turn`}><button class="plain" name="press" value="command:privacy">${webPhrases.privacy}</button></form>
</footer>
</body>
</html>`;
}

function waysIn(home: boolean): Html {
  return html`<p class="promise">${webPhrases.promise}</p>
<nav aria-label="${webPhrases.nav}">
<form method="post" action="/ask"${home && html` data-turn`}>
${navigation.map(({ label, press }) => html`<button name="press" value="${press}">${label}</button>`)}
</form>
</nav>`;
}
