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

/** Any other Markdown document, carried whole: a passage for each few sentences, in its section path. */
export const proseReader: Reader = {
  name: 'prose',
  reads: (path) => path.endsWith('.md'),
  read(path, source) {
    const { front: head, sections } = readMarkdown(path, source, front);
    return sections.flatMap((section) => {
      const path = [head.title, ...section.path, section.heading].filter(Boolean);
      return chunks(section.lines.map((line) => line.text)).map((text, index): Passage => {
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

/** Characters of a passage, where its sentences allow. */
const passageLength = 160;

/** Paragraphs, the long ones cut between sentences: a figure is found by the sentence that states it. */
function chunks(lines: string[]): string[] {
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return paragraphs.flatMap((paragraph) => {
    const out: string[] = [];
    for (const sentence of paragraph.match(/[^。；]+[。；]?/gu) ?? []) {
      const last = out.at(-1);
      if (last !== undefined && last.length + sentence.length <= passageLength)
        out[out.length - 1] = last + sentence;
      else out.push(sentence);
    }
    return out;
  });
}
