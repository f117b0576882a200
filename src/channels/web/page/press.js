/** What a submitted form says, as the server takes it. */
export function saidBy({ target, submitter }) {
  if (submitter?.name) return { [submitter.name]: submitter.value };
  return Object.fromEntries([...new FormData(target)].map(([name, value]) => [name, value.trim()]));
}

/** With the focus in a message, 1–9 press its buttons and A–H its options: a quiz by keyboard. */
export function pressByKey(event) {
  if (
    event.repeat ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.matches?.('input, textarea')
  )
    return;
  const message = event.target.closest?.('.message');
  if (!message) return;
  const buttons = [...message.querySelectorAll('.buttons button, .buttons a')];
  const button = /^[1-9]$/.test(event.key)
    ? buttons[Number(event.key) - 1]
    : buttons.find((each) => each.querySelector('.letter')?.textContent === event.key.toUpperCase());
  button?.click();
}
