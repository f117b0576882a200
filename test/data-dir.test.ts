import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deviceKeyIn } from '../src/data-dir.ts';
import { BadInput } from '../src/errors.ts';
import { folderOf } from './fakes/knowledge-folder.ts';

it('makes one key for good, that its owner alone can read, however many ask at once', async () => {
  const folder = await folderOf({});
  const keys = await Promise.all([deviceKeyIn(folder), deviceKeyIn(folder)]);
  expect(keys[0]).toEqual(keys[1]);
  expect(await deviceKeyIn(folder)).toEqual(keys[0]);
  expect(await deviceKeyIn(await folderOf({}))).not.toEqual(keys[0]);
  expect((await stat(join(folder, 'device.key'))).mode & 0o777).toBe(0o600);
});

it('refuses what is no key, and leaves it', async () => {
  const folder = await folderOf({});
  await writeFile(join(folder, 'device.key'), 'short');
  await expect(deviceKeyIn(folder)).rejects.toBeInstanceOf(BadInput);
});
