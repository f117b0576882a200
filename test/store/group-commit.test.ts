import { expect, it } from 'vitest';
import { createGroupCommit } from '../../src/store/group-commit.ts';

/** A disk that writes `value` when told to. */
function slowDisk() {
  const disk = { value: 0, written: [] as number[], active: 0, finish: [] as ((error?: Error) => void)[] };
  const group = createGroupCommit(async () => {
    disk.active += 1;
    expect(disk.active).toBe(1);
    const taken = disk.value;
    try {
      await new Promise<void>((resolve, reject) => {
        disk.finish.push((error) => (error ? reject(error) : resolve()));
      });
      disk.written.push(taken);
    } finally {
      disk.active -= 1;
    }
  });
  const set = (value: number): Promise<void> => {
    disk.value = value;
    return group.commit();
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { disk, set, settled: group.settled, turn };
}

it('joins what comes during a write into one write after it', async () => {
  const { disk, set, turn } = slowDisk();
  const writes = [1, 2, 3, 4].map(set);
  disk.finish.shift()!();
  await writes[0];
  expect(disk.written).toEqual([1]);
  await turn();
  disk.finish.shift()!();
  await Promise.all(writes);
  expect(disk.written).toEqual([1, 4]);
});

it('never writes twice at a time, whenever a change comes', async () => {
  const { disk, set, turn } = slowDisk();
  const first = set(1);
  const second = set(2);
  const third = first.then(() => set(3));
  disk.finish.shift()!();
  await first;
  await turn();
  disk.finish.shift()!();
  await turn();
  disk.finish.shift()?.();
  await Promise.all([second, third]);
  expect(disk.written.at(-1)).toBe(3);
});

it('settles after what is waiting, and at once where nothing is', async () => {
  const { disk, set, settled, turn } = slowDisk();
  await settled();
  void set(1);
  void set(2);
  const all = settled();
  disk.finish.shift()!();
  await turn();
  disk.finish.shift()!();
  await all;
  expect(disk.written).toEqual([1, 2]);
});

it('rejects who waited for a failed write, and writes again for the next', async () => {
  const { disk, set, settled, turn } = slowDisk();
  const failed = set(1);
  const waiting = set(2);
  disk.finish.shift()!(new Error('disk full'));
  await expect(failed).rejects.toThrow('disk full');
  await turn();
  disk.finish.shift()!(new Error('disk full'));
  await expect(waiting).rejects.toThrow('disk full');
  const reader = settled();
  disk.finish.shift()!();
  await reader;
  expect(disk.written).toEqual([2]);
});
