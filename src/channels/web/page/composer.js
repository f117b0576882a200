/** The question box: Enter sends (not while an input method composes), Shift+Enter breaks the line. */
export function setUpComposer({ run }) {
  const form = document.querySelector('.composer');
  const field = form.querySelector('textarea');
  const touch = matchMedia('(pointer: coarse)');

  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener('input', grow);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    if (touch.matches) field.blur();
    field.value = '';
    grow();
    const taken = await run({ text }, { asked: text, keepFocus: document.activeElement === field });
    if (!taken && field.value === '') field.value = text;
    grow();
  });

  /** For browsers without field-sizing. */
  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}
