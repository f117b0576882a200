import { phrases } from './phrases.js';
import { addSpeech, stopSpeech } from './speech.js';

/** Links to passages open in the dialog, which shows the passage's own page; a modified click opens that page. */
export function setUpPassages() {
  const dialog = document.getElementById('passage');
  const opened = document.getElementById('opened');
  let opener = null;

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-passage]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (!dialog.open) opener = link;
    open(link.href);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && outside(event, dialog)) dialog.close();
  });
  dialog.addEventListener('close', () => {
    stopSpeech();
    opener?.focus();
  });

  async function open(address) {
    if (!dialog.open) {
      opened.textContent = phrases.opening;
      dialog.showModal();
    }
    const passage = await fetchPassage(address);
    if (!passage) {
      location.assign(address);
      return;
    }
    opened.replaceChildren(passage);
    for (const message of opened.querySelectorAll('.message')) addSpeech(message);
    dialog.scrollTop = 0;
    opened.querySelector('h2').focus();
  }
}

/** The passage of a page, its heading made one of a second level; null where it cannot be had. */
async function fetchPassage(address) {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const passage = page.querySelector('[data-opened]');
  const title = passage?.querySelector('h1');
  if (!title) return null;
  const heading = document.createElement('h2');
  heading.tabIndex = -1;
  heading.textContent = title.textContent;
  title.replaceWith(heading);
  return document.importNode(passage, true);
}

function outside({ clientX, clientY }, element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
