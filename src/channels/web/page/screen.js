import { setUpCountdowns } from './countdown.js';
import { pageText } from './nodes.js';

const main = document.querySelector('main');
const everyMs = Number(main.dataset.every) * 1000;

const tick = setUpCountdowns();
setTimeout(renew, everyMs);

/** What cannot be had leaves the last figures standing, marked as old. */
async function renew() {
  const html = await pageText(location.href, everyMs);
  document.body.classList.toggle('old', html === null);
  if (html !== null) show(new DOMParser().parseFromString(html, 'text/html'));
  setTimeout(renew, everyMs);
}

/** After an update of the site its new styles and scripts are taken too. */
function show(page) {
  const styles = (from) => from.querySelector('link[rel="stylesheet"]').getAttribute('href');
  if (styles(page) !== styles(document)) location.reload();
  else main.replaceChildren(...document.importNode(page.querySelector('main'), true).childNodes);
  tick();
}
