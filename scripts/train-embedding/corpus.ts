import { join } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './lines.ts';

/** What the model learns to find, and questions that people ask about it. */
export interface Corpus {
  readonly passages: readonly { readonly id: string; readonly text: string }[];
  /** `passage` is an index of `passages`. */
  readonly pairs: readonly { readonly question: string; readonly passage: number }[];
}

const Article = z.object({
  article: z.number().int().positive(),
  chapter: z.string(),
  section: z.string(),
  text: z.string().min(1),
});
const ArticleQuestions = z.object({
  article: z.number().int().positive(),
  questions: z.array(z.string().min(1)),
});

/** The articles of the Civil Code under their headings, and the questions written for each. */
export async function loadCorpus(shared: string): Promise<Corpus> {
  const questionsFile = join(shared, 'training/questions.jsonl');
  const articles = await readJsonLines(join(shared, 'reference/civil-code.jsonl'), Article);
  const asked = await readJsonLines(questionsFile, ArticleQuestions);
  const passages = articles.map(({ article, chapter, section, text }) => ({
    id: String(article),
    text: `${chapter} ${section} ${text}`,
  }));
  const position = new Map(articles.map(({ article }, index) => [article, index]));
  const pairs = asked.flatMap(({ article, questions }, index) => {
    const passage = position.get(article);
    if (passage === undefined) throw new Error(`${questionsFile}:${index + 1}: no article ${article}`);
    return questions.map((question) => ({ question, passage }));
  });
  return { passages, pairs };
}
