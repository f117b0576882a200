import { z } from 'zod';
import { type Passage, sealPassage, shortHash } from '../passage.ts';
import { readMarkdown } from './markdown.ts';
import type { Reader } from './reader.ts';

const front = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,24}$/, 'use 2–24 characters a–z 0–9 -'),
  title: z.string().min(1),
  source: z.string().min(1),
  asOf: z.iso.date(),
});

/** Any other Markdown document, carried whole: a passage for each paragraph, in its section path. */
export const proseReader: Reader = {
  name: 'prose',
  reads: (path) => path.endsWith('.md'),
  read(path, source) {
    const { front: head, sections } = readMarkdown(path, source, front);
    return sections.flatMap((section) => {
      const path = [head.title, ...section.path, section.heading].filter(Boolean);
      return paragraphs(section.lines.map((line) => line.text)).map((text, index): Passage => {
        return sealPassage({
          id: `doc/${head.id}/${shortHash(path.join('/'), 6)}-${index + 1}`,
          title: section.heading || head.title,
          path: path.slice(0, -1),
          law: head.title,
          article: null,
          basis: `《${head.title}》${path.slice(1).join(' › ')}`,
          asOf: head.asOf,
          gist: '',
          text,
          example: '',
          related: [],
          questions: [],
          card: null,
        });
      });
    });
  },
};

function paragraphs(lines: string[]): string[] {
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
