import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJsonLines } from '../json-lines.ts';
import { type Passage, sealPassage } from './passage.ts';

const record = z.object({ question: z.string().min(1), kind: z.string() });

/**
 * Questions of ours that the bot must refuse (knowledge/out-of-scope.jsonl), as a passage that is embedded like any
 * other and never shown. Without the file nothing speaks for refusal but a lack of likeness.
 * @throws BadInput with file and line
 */
export async function loadExemplars(knowledgeDir: string): Promise<Passage> {
  const file = join(knowledgeDir, 'out-of-scope.jsonl');
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return sealPassage({
    id: 'out-of-scope/exemplars',
    title: '',
    path: [],
    law: '',
    article: null,
    basis: '',
    asOf: '2026-11-25',
    gist: '',
    text: '',
    example: '',
    related: [],
    questions: parseJsonLines(file, source, record).map(({ question }) => question),
    card: null,
  });
}
