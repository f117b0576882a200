/**
 * Presses in their order. While one is under way another is dropped, as a second touch of the same button is, but for
 * what follows a tick: on a slow network options are ticked faster than answers come. `take(press)` gives whether all
 * went well; where not, or where the message pressed in has gone, what waits is dropped and its ticks taken back.
 */
export function createPresses(take) {
  let last = Promise.resolve();
  let waiting = [];

  return {
    /** How many are under way. */
    count: () => waiting.length,
    /** @param from the message pressed in, or null */
    press(body, { from = null, button = null } = {}) {
      if (waiting.length > 0 && from && !ticks(waiting.at(-1))) return last;
      const press = { body, from, button };
      waiting.push(press);
      if (ticks(press)) {
        flip(button);
        button.focus({ preventScroll: true });
      }
      const turn = () => inTurn(press);
      last = last.then(turn, turn);
      return last;
    },
  };

  async function inTurn(press) {
    const { from } = press;
    let done = false;
    try {
      done = waiting.includes(press) && (from === null || from.isConnected) && (await take(press));
    } finally {
      if (!done) for (const { button } of waiting.filter(ticks)) flip(button);
      waiting = done ? waiting.filter((each) => each !== press) : [];
    }
    return done;
  }
}

const ticks = ({ button }) => button?.hasAttribute('aria-pressed') ?? false;

function flip(button) {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
}
