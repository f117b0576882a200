import { describe, expect, it } from 'vitest';
import { buildRelease } from '../../src/knowledge/release.ts';
import { fakeEmbeddingModel } from '../fakes/embedding-model.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { chapter, entry, guide } from './readers/fixtures.ts';

const entries = [1046, 1048, 1049]
  .map((n) => entry.replace('第1047条 结婚的最低年龄', `第${n}条 别的事`))
  .join('\n')
  .replaceAll(/\*\*另见.*\n/gu, '');

async function releaseOf(model: ReturnType<typeof fakeEmbeddingModel> | null) {
  const knowledgeDir = await folderOf({
    'civil-code/a.md': chapter(`${entry}\n${entries.replaceAll(/几岁|女生十九岁|年龄/gu, '财产')}`),
    'guides/legal-aid.md': guide(),
  });
  return buildRelease({ knowledgeDir, dataDir: await folderOf({}), model, now: () => new Date(0) });
}

describe.each([
  ['keywords and embeddings', () => releaseOf(fakeEmbeddingModel())],
  ['keywords alone', () => releaseOf(null)],
])('search by %s', (_, open) => {
  it('puts the passage that shares most with the question first', async () => {
    const { search } = await open();
    expect((await search('女生十九岁能领证吗', 3))[0]?.passage.article).toBe(1047);
  });

  it.each(['第1048条', '民法典第一千零四十八条讲什么', '1048条', '《民法典》1048条'])(
    'puts the named article first: %s',
    async (query) => {
      const { search } = await open();
      const [first] = await search(query, 3);
      expect(first).toMatchObject({ passage: { id: 'civil-code/1048' }, named: true, confidence: 1 });
    },
  );

  it('takes the article of another law from the guides, not from the Civil Code', async () => {
    const { search } = await open();
    const [first] = await search('《法律援助法》第四十四条', 3);
    expect(first?.passage.law).toBe('法律援助法');
    expect(first?.named).toBe(true);
  });

  it('is sure of what it holds and unsure of what it does not', async () => {
    const { search } = await open();
    const [known] = await search('女生十九岁能结婚吗', 1);
    const [unknown] = await search('quantum chromodynamics 量子', 1);
    expect(known!.confidence).toBeGreaterThan(unknown!.confidence + 0.3);
  });

  it('gives no more than asked for', async () => {
    const { search } = await open();
    expect(await search('结婚', 2)).toHaveLength(2);
  });
});
