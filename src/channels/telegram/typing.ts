/** Runs a task again and again until the returned function is called. */
export type Every = (ms: number, task: () => void) => () => void;

export const everyInterval: Every = (ms, task) => {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
};

/** Telegram shows a chat action for five seconds. */
const repeatMs = 4500;

/** Keeps a chat action shown from the first `begin` to `end`. */
export function createTyping(act: () => void, every: Every) {
  let stop: (() => void) | undefined;
  return {
    begin(): void {
      if (stop) return;
      act();
      stop = every(repeatMs, act);
    },
    end(): void {
      stop?.();
    },
  };
}
