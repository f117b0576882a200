import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInTurn } from '../../src/conversation/in-turn.ts';

it('never runs two tasks of one key at once, and keeps their order, whatever is left early or fails', async () => {
  const task = fc.record({
    key: fc.constantFrom('a', 'b'),
    steps: fc.integer({ min: 0, max: 4 }),
    end: fc.constantFrom('runs out', 'is left', 'fails'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(task, { maxLength: 12 }), async (tasks) => {
      const inTurn = createInTurn();
      const running = new Map<string, number>();
      const begun: number[] = [];
      await Promise.all(
        tasks.map(async ({ key, steps, end }, n) => {
          const turn = inTurn(key, async function* () {
            expect(running.has(key)).toBe(false);
            running.set(key, n);
            begun.push(n);
            try {
              for (let step = 0; step < steps; step += 1) yield await step;
              if (end === 'fails') throw new Error('failed');
            } finally {
              running.delete(key);
            }
          });
          try {
            for await (const _ of turn) if (end === 'is left') break;
          } catch (error) {
            expect((error as Error).message).toBe('failed');
          }
        }),
      );
      for (const key of ['a', 'b']) {
        const mine = begun.filter((n) => tasks[n]!.key === key);
        expect(mine).toEqual(mine.toSorted((x, y) => x - y));
      }
      expect(begun).toHaveLength(tasks.length);
    }),
  );
});
