import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCorpus } from '../../../scripts/train-embedding/corpus.ts';

const ARTICLE = { article: 7, chapter: '第一章', section: '', text: '民事主体应当诚信。' };

async function folderOf(articles: string, questions: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  await mkdir(join(folder, 'reference'));
  await mkdir(join(folder, 'training'));
  await writeFile(join(folder, 'reference/civil-code.jsonl'), articles);
  await writeFile(join(folder, 'training/questions.jsonl'), questions);
  return folder;
}

it('gives passages, and questions by the index of their passage', async () => {
  const folder = await folderOf(
    `${JSON.stringify({ ...ARTICLE, article: 6 })}\n${JSON.stringify(ARTICLE)}\n`,
    '{"article":7,"questions":["做人要讲信用吗？"]}\n',
  );
  const { passages, pairs } = await loadCorpus(folder);
  expect(passages[1]).toEqual({ id: '7', text: '第一章  民事主体应当诚信。' });
  expect(pairs).toEqual([{ question: '做人要讲信用吗？', passage: 1 }]);
});

it('says which line is wrong', async () => {
  const broken = await folderOf(`${JSON.stringify(ARTICLE)}\n{"article":`, '');
  await expect(loadCorpus(broken)).rejects.toThrow(/civil-code\.jsonl:2: /);
  const shapeless = await folderOf('{"article":"7"}', '');
  await expect(loadCorpus(shapeless)).rejects.toThrow(/civil-code\.jsonl:1: /);
  const stray = await folderOf(JSON.stringify(ARTICLE), '{"article":8,"questions":["？"]}');
  await expect(loadCorpus(stray)).rejects.toThrow(/questions\.jsonl:1: no article 8/);
});
