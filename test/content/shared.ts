import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import { numeralCharacters, readNumeral } from '../../src/knowledge/chinese-numeral.ts';

export const folder = resolve(import.meta.dirname, '../../../shared');

/**
 * A suite that needs the reference texts, or a part of what lies beside the project, which a stranger's clone does
 * not have: it says so and is skipped.
 */
export function describeWithShared(name: string, suite: () => void, part = '.'): void {
  const needed = join(folder, part);
  if (existsSync(needed)) describe(name, suite);
  else {
    process.stderr.write(`skipped: ${name}: ${needed} is not there\n`);
    describe.skip(name, suite);
  }
}

export interface Article {
  article: number;
  book: string;
  subbook: string;
  chapter: string;
  section: string;
  text: string;
}

export function referenceCode(): Article[] {
  return readFileSync(join(folder, 'reference/civil-code.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The held statutes by name, each a map from article number to text. */
export function referenceLaws(): Map<string, Map<number, string>> {
  const laws = join(folder, 'reference/laws');
  const heading = new RegExp(`^第([${numeralCharacters}]+)条[\\s　]`);
  return new Map(
    readdirSync(laws).map((file) => {
      const articles = new Map<number, string>();
      let current = 0;
      for (const line of readFileSync(join(laws, file), 'utf8').split('\n')) {
        const number = heading.exec(line)?.[1];
        if (number) current = readNumeral(number) ?? 0;
        if (current > 0 && !line.startsWith('#')) articles.set(current, (articles.get(current) ?? '') + line);
      }
      return [file.replace(/\(.*$/, ''), articles];
    }),
  );
}

export const referenceReport = (): string =>
  readFileSync(join(folder, 'reference/jinan-rule-of-law-report-2020.txt'), 'utf8');

export const evaluationQuestions = (): string[] =>
  readFileSync(join(folder, 'eval/citizen-questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).question);
