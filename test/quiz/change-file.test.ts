import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BadInput, Outage } from '../../src/errors.ts';
import { changeFile } from '../../src/quiz/change-file.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

it('lets changes that come together follow one another, none lost', async () => {
  const file = join(await folderOf({}), 'new/list.txt');
  const lines = Array.from({ length: 8 }, (_, i) => `${i}\n`);
  await Promise.all(lines.map((line) => changeFile(file, (before) => (before ?? '') + line)));
  expect((await readFile(file, 'utf8')).match(/.\n/g)?.sort()).toEqual(lines);
  expect(await readdir(join(file, '..'))).toEqual(['list.txt']);
});

it('does not wait for ever for one that was killed, and says what to delete', async () => {
  const folder = await folderOf({ 'list.txt': 'old', '.list.txt.part': 'half' });
  const change = (patienceMs?: number) => changeFile(join(folder, 'list.txt'), () => 'new', patienceMs);
  await expect(change(0)).rejects.toThrow(BadInput);
  await expect(change(0)).rejects.toThrow(/list\.txt: is being changed.*delete \S+\.list\.txt\.part/);
  expect(await readFile(join(folder, 'list.txt'), 'utf8')).toBe('old');
  const waiting = change();
  await rm(join(folder, '.list.txt.part'));
  await waiting;
  expect(await readFile(join(folder, 'list.txt'), 'utf8')).toBe('new');
});

it('leaves the file as it was where the change fails or the folder is no folder', async () => {
  const folder = await folderOf({ 'list.txt': 'old' });
  const failing = changeFile(join(folder, 'list.txt'), () => {
    throw new BadInput({ file: 'list.txt' }, 'does not fit');
  });
  await expect(failing).rejects.toThrow(/does not fit/);
  expect(await readdir(folder)).toEqual(['list.txt']);
  await expect(changeFile(join(folder, 'list.txt/a'), () => 'new')).rejects.toThrow(Outage);
});
