import { expect, it } from 'vitest';
import { loadCorpus } from '../../../scripts/train-embedding/corpus.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';
import { chapter, entry } from '../../knowledge/readers/fixtures.ts';

const statute = JSON.stringify({ article: 1047, text: '法条原文。' });
const document = '---\nid: notes\ntitle: 文件\nsource: 某处\nasOf: 2020-12-31\n---\n\n没有问题的一段。\n';

it('gives passages under their headings, and questions by the index of their passage', async () => {
  const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry), 'notes.md': document });
  const { passages, pairs } = await loadCorpus(knowledge, '/nowhere');
  expect(passages.map(({ id }) => id)).toEqual(['civil-code/1047']);
  expect(passages[0]?.text).toMatch(/^第二章 结婚 结婚的最低年龄 男方要满二十二周岁/);
  expect(pairs).toEqual([
    { question: '几岁可以领证？', passage: 0 },
    { question: '女生十九岁能结婚吗？', passage: 0 },
  ]);
});

it('adds the statute where it is at hand', async () => {
  const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
  const shared = await folderOf({ 'reference/civil-code.jsonl': `${statute}\n` });
  expect((await loadCorpus(knowledge, shared)).passages[0]?.text).toMatch(/法条原文。$/);
});

it('says which line of the statute is wrong', async () => {
  const knowledge = await folderOf({ 'civil-code/a.md': chapter(entry) });
  const broken = await folderOf({ 'reference/civil-code.jsonl': `${statute}\n{"article":` });
  await expect(loadCorpus(knowledge, broken)).rejects.toThrow(/civil-code\.jsonl:2: /);
});
