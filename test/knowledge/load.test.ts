import { describe, expect, it } from 'vitest';
import { loadPassages } from '../../src/knowledge/load.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';
import { chapter, entry, guide } from './readers/fixtures.ts';

describe('loadPassages', () => {
  it('gives each file to the reader of its folder', async () => {
    const folder = await folderOf({
      'civil-code/5/02.md': chapter(entry),
      'guides/legal-aid.md': guide(),
      'README.md': 'not knowledge',
      'notes.txt': 'not Markdown',
    });
    const passages = await loadPassages(folder);
    expect(passages.map((passage) => passage.id.split('/')[0])).toEqual(['civil-code', 'guide', 'guide']);
  });

  it('refuses two passages of one id and names both files', async () => {
    const folder = await folderOf({ 'civil-code/a.md': chapter(entry), 'civil-code/b.md': chapter(entry) });
    await expect(loadPassages(folder)).rejects.toThrow(
      /civil-code\/b\.md: .*stands also in civil-code\/a\.md/,
    );
  });

  it('refuses a folder that is missing or empty, with the remedy', async () => {
    await expect(loadPassages('/nowhere')).rejects.toThrow(/KNOWLEDGE_DIR/);
    await expect(loadPassages(await folderOf({}))).rejects.toThrow(/holds no knowledge/);
  });
});
