/** Runs tasks of one key one after another, tasks of different keys side by side. */
export function createInTurn(): <T>(key: string, task: () => AsyncGenerator<T>) => AsyncGenerator<T> {
  const tails = new Map<string, Promise<void>>();
  return async function* inTurn(key, task) {
    const before = tails.get(key);
    let done = (): void => {};
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    const tail = (before ?? Promise.resolve()).then(() => mine);
    tails.set(key, tail);
    try {
      await before;
      yield* task();
    } finally {
      done();
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
