/** Markup of our own server, which has escaped it. */
export function nodes(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** A page of our own server as text; null where it cannot be had in time. */
export const pageText = (address, withinMs) =>
  fetch(address, { signal: AbortSignal.timeout(withinMs) })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
