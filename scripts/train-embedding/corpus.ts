import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../../src/json-lines.ts';
import { loadPassages } from '../../src/knowledge/load.ts';
import { passageText } from '../../src/knowledge/passage.ts';

/** What the model learns to find, and questions that people ask about it. */
export interface Corpus {
  readonly passages: readonly { readonly id: string; readonly text: string }[];
  /** `passage` is an index of `passages`. */
  readonly pairs: readonly { readonly question: string; readonly passage: number }[];
}

const Article = z.object({ article: z.number().int().positive(), text: z.string().min(1) });

/**
 * The project's own knowledge, each passage under its headings, with the questions carried for it. Where the
 * reference texts are at hand, an article's statute follows our words, so that the model knows both ways of speaking.
 */
export async function loadCorpus(knowledge: string, shared: string): Promise<Corpus> {
  const statute = await readStatute(join(shared, 'reference/civil-code.jsonl'));
  const asked = (await loadPassages(knowledge)).filter((passage) => passage.questions.length > 0);
  const passages = asked.map((passage) => {
    const article =
      passage.law === '民法典' && passage.article !== null ? statute.get(passage.article) : undefined;
    const headings = [...passage.path.slice(1), passage.title].join(' ');
    return { id: passage.id, text: [headings, passageText(passage), article ?? ''].join(' ').trim() };
  });
  const pairs = asked.flatMap(({ questions }, passage) =>
    questions.map((question) => ({ question, passage })),
  );
  return { passages, pairs };
}

async function readStatute(file: string): Promise<Map<number, string>> {
  if (!existsSync(file)) return new Map();
  return new Map((await readJsonLines(file, Article)).map(({ article, text }) => [article, text]));
}
