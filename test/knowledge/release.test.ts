import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/knowledge/library.ts';
import { buildRelease } from '../../src/knowledge/release.ts';
import { fakeEmbeddingModel } from '../fakes/embedding-model.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { chapter, entry } from './readers/fixtures.ts';

const other = entry
  .replace('1047条 结婚的最低年龄', '1046条 结婚要自愿')
  .replaceAll(/几岁|女生十九岁/gu, '逼婚');
const now = () => new Date('2026-01-01');
const build = (knowledgeDir: string, dataDir: string, model = fakeEmbeddingModel()) =>
  buildRelease({ knowledgeDir, dataDir, model, now });

describe('buildRelease', () => {
  it('embeds only what has changed since the last time', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(`${other}\n${entry}`) });
    expect(await build(knowledge, data)).toMatchObject({ embedded: 2, kept: 0 });
    const model = fakeEmbeddingModel();
    expect(await build(knowledge, data, model)).toMatchObject({ embedded: 0, kept: 2 });
    expect(model.embedded).toEqual([]);
    await writeFile(
      join(knowledge, 'civil-code/a.md'),
      chapter(`${other}\n${entry.replace('差一天', '差一月')}`),
    );
    expect(await build(knowledge, data, model)).toMatchObject({ embedded: 1, kept: 1 });
    expect(model.embedded.every((text) => !text.includes('逼婚'))).toBe(true);
  });

  it('embeds everything anew for another model', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
    await build(knowledge, data);
    expect(await build(knowledge, data, fakeEmbeddingModel('other'))).toMatchObject({ embedded: 1, kept: 0 });
  });

  it('gives the same ranking from kept vectors as from fresh ones', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(`${other}\n${entry}`) });
    const fresh = await (await build(knowledge, data)).search('女生十九岁', 2);
    const kept = await (await build(knowledge, data)).search('女生十九岁', 2);
    expect(kept).toEqual(fresh);
  });

  it('survives a damaged vector file by embedding anew', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
    await build(knowledge, data);
    const file = join(data, 'embeddings.bin');
    const bytes = await readFile(file);
    for (const damaged of [bytes.subarray(0, bytes.length - 8), Buffer.from('junk'), Buffer.alloc(0)]) {
      await writeFile(file, damaged);
      expect(await build(knowledge, data)).toMatchObject({ embedded: 1 });
    }
  });

  it('searches by keywords alone without a model', async () => {
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(`${other}\n${entry}`) });
    const release = await buildRelease({
      knowledgeDir: knowledge,
      dataDir: await folderOf({}),
      model: null,
      now,
    });
    expect(release.model).toBeNull();
    expect((await release.search('女生十九岁能结婚吗', 1))[0]?.passage.article).toBe(1047);
  });
});

describe('openLibrary', () => {
  it('reports what a refresh changed and keeps the old release when the new is malformed', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
    const library = await openLibrary(() => build(knowledge, data), now);
    await writeFile(
      join(knowledge, 'civil-code/a.md'),
      chapter(`${entry.replace('差一天', '差一月')}\n${other}`),
    );
    expect(await library.refresh()).toMatchObject({ created: 1, updated: 1, deleted: 0, skipped: 0 });
    const before = library.current();
    await writeFile(join(knowledge, 'civil-code/a.md'), 'broken');
    await expect(library.refresh()).rejects.toThrow(/no front matter/);
    expect(library.current()).toBe(before);
  });

  it('runs one refresh for calls at the same time', async () => {
    const data = await folderOf({});
    const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
    let builds = 0;
    const library = await openLibrary(() => {
      builds += 1;
      return build(knowledge, data);
    }, now);
    const reports = await Promise.all([library.refresh(), library.refresh()]);
    expect(builds).toBe(2);
    expect(reports[0]).toBe(reports[1]);
  });
});
