const year = 365 * 24 * 60 * 60;

/** Switches 大字版 in place. The cookie lets the server send the next page large at once, without a flash. */
export function setUpElder() {
  const form = document.querySelector('.elder-switch');
  const button = form.querySelector('button');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const elder = document.documentElement.classList.toggle('elder');
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older browsers
    document.cookie = `elder=${elder ? 1 : 0}; path=/; max-age=${year}; samesite=lax`;
    button.value = elder ? '0' : '1';
    button.textContent = elder ? button.dataset.off : button.dataset.on;
  });
}
