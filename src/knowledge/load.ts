import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { BadInput } from '../errors.ts';
import type { Passage } from './passage.ts';
import { readers } from './readers/index.ts';

/**
 * Reads every Markdown file under `folder` into passages, in the order of their paths.
 * @throws BadInput where the folder holds none, a file is malformed, or two passages share an id.
 */
export async function loadPassages(folder: string): Promise<Passage[]> {
  const files = await markdownFiles(folder);
  const passages: Passage[] = [];
  const home = new Map<string, string>();
  for (const file of files) {
    const path = relative(folder, file).split(sep).join('/');
    const reader = readers.find((candidate) => candidate.reads(path))!;
    for (const passage of reader.read(path, await readFile(file, 'utf8'))) {
      const other = home.get(passage.id);
      if (other !== undefined) {
        throw new BadInput(
          { file: path },
          `passage ${passage.id} 「${passage.title}」 stands also in ${other}`,
        );
      }
      home.set(passage.id, path);
      passages.push(passage);
    }
  }
  if (passages.length === 0) {
    throw new BadInput(
      { file: folder },
      'holds no knowledge (*.md); set KNOWLEDGE_DIR to a folder that does',
    );
  }
  return passages;
}

async function markdownFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new BadInput({ file: folder }, 'cannot be read; set KNOWLEDGE_DIR to a folder of knowledge', {
      cause: error,
    });
  }
}
