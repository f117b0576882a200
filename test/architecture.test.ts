import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

interface Import {
  from: string;
  to: string;
}

/** Every import of src: relative ones as a path in src, others as the package's name. */
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    from: file,
    to: match[1]!.startsWith('.') ? relative(root, resolve(root, dirname(file), match[1]!)) : match[1]!,
  })),
);

const folderOf = (path: string): string => path.split('/')[0]!;

/** Which folders of src a folder may import from, besides itself, errors.ts and log.ts. */
const allowed: Record<string, string[]> = {
  knowledge: [],
  message: ['knowledge'],
  answer: ['knowledge', 'message'],
  quiz: ['knowledge', 'message'],
  conversation: ['knowledge', 'message', 'answer', 'quiz', 'admin'],
  admin: ['knowledge'],
  models: ['knowledge', 'answer'],
  store: ['quiz'],
  control: ['quiz', 'store'],
  documents: ['message', 'quiz'],
  channels: ['knowledge', 'message', 'conversation'],
  evaluation: ['knowledge', 'answer', 'message'],
};

/** Packages with a place of their own. */
const homes: Record<string, RegExp> = {
  grammy: /^channels\/telegram/,
  '@grammyjs/runner': /^channels\/telegram/,
  hono: /^channels\/web/,
  '@hono/node-server': /^channels\/web/,
  lowdb: /^store\/lowdb/,
  'proper-lockfile': /^store\//,
  openai: /^models\/openai/,
  '@xenova/transformers': /^models\/transformers/,
  minisearch: /^knowledge\/keywords/,
  mammoth: /^quiz\/import\/readers\/docx/,
  'word-extractor': /^quiz\/import\/readers\/doc/,
  'fast-xml-parser': /^quiz\/import\/readers\/moodle/,
  exceljs: /^quiz\/(xlsx-sheets|export\/xlsx|report\/)/,
  'ts-fsrs': /^quiz\/learning\/schedule/,
  pdfkit: /^documents\//,
  '@resvg/resvg-js': /^documents\//,
  '@embedpdf/fonts-sc': /^documents\//,
  uqr: /^documents\//,
  commander: /^(main|commands\/)/,
};

describe('architecture', () => {
  it('has seen the files', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(150);
  });

  it('imports inward only', () => {
    const wrong = imports.filter(({ from, to }) => {
      const rules = allowed[folderOf(from)];
      if (!rules || !to.endsWith('.ts') || !to.includes('/')) return false;
      return folderOf(to) !== folderOf(from) && !rules.includes(folderOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each library in its own file or folder', () => {
    const wrong = imports.filter(({ from, to }) => {
      const home = Object.entries(homes).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1];
      return home !== undefined && !home.test(from);
    });
    expect(wrong).toEqual([]);
  });

  it('reads the environment in config.ts and the command line’s shell only', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers).toEqual(['commands/shell.ts']);
  });
});
