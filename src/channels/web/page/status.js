const quietAfterMs = 8000;
let timer;

/** Says something politely. A remark goes away after a while, except in 大字版, where it stays until the next. */
export function say(text, { working = false, stays = false } = {}) {
  const status = document.getElementById('status');
  clearTimeout(timer);
  status.textContent = text;
  status.classList.toggle('working', working);
  if (text === '' || working || stays || document.documentElement.classList.contains('elder')) return;
  timer = setTimeout(() => say(''), quietAfterMs);
}

export const sayWorking = (text) => say(text, { working: true });
