import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openOutFile } from '../../src/commands/out-file.ts';
import { BadInput, Outage } from '../../src/errors.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

it('is found out before whether a file can be written, and is there whole or not at all', async () => {
  const folder = await folderOf({ 'old.csv': 'old' });
  const path = (name: string): string => join(folder, name);
  await expect(openOutFile(path('old.csv'), false)).rejects.toThrow(/old\.csv: is there already.*--force/);
  await expect(openOutFile(path('none/a.csv'), false)).rejects.toThrow(BadInput);

  const fresh = await openOutFile(path('new.csv'), false);
  expect(await readdir(folder)).not.toContain('new.csv');
  await fresh.write('words');
  await fresh.close();
  expect(await readFile(path('new.csv'), 'utf8')).toBe('words');
  expect((await stat(path('new.csv'))).mode & 0o777).toBe(0o600);

  const given = await openOutFile(path('old.csv'), true);
  await given.close();
  expect(await readFile(path('old.csv'), 'utf8')).toBe('old');
  const forced = await openOutFile(path('old.csv'), true);
  await forced.write(Buffer.from('new'));
  await forced.close();
  expect(await readFile(path('old.csv'), 'utf8')).toBe('new');

  const raced = await openOutFile(path('raced.csv'), false);
  await writeFile(path('raced.csv'), 'of another');
  await expect(raced.write('mine')).rejects.toThrow(Outage);
  await raced.close();
  expect(await readFile(path('raced.csv'), 'utf8')).toBe('of another');
  expect((await readdir(folder)).sort()).toEqual(['new.csv', 'old.csv', 'raced.csv']);
});
