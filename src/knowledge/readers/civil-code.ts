import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import { articleReferences } from '../article-reference.ts';
import { writeNumeral } from '../chinese-numeral.ts';
import { type Passage, sealPassage } from '../passage.ts';
import { readLabelled, readList } from './labelled.ts';
import { readMarkdown, type Section } from './markdown.ts';
import type { Reader } from './reader.ts';

const front = z.object({
  law: z.literal('民法典'),
  book: z.string(),
  subbook: z.string().optional(),
  chapter: z.string().optional(),
  asOf: z.iso.date(),
});
const labels = { known: ['要点', '细说', '举例', '另见', '问'], required: ['要点', '细说'] } as const;

/** The id of an article's passage. */
export const articleId = (article: number): string => `civil-code/${article}`;

/** Whether a passage is an article's own, not a guide that stands on the Civil Code. */
export const isCivilCode = (passage: Pick<Passage, 'id'>): boolean => passage.id.startsWith('civil-code/');

/** The highest article number that is held; 0 where none is. */
export const lastArticle = (passages: Passage[]): number =>
  Math.max(0, ...passages.filter(isCivilCode).map((passage) => passage.article!));

/** knowledge/civil-code: one chapter a file, one article a `## 第N条 title`, sections as `# 第一节 …`. */
export const civilCodeReader: Reader = {
  name: 'civil-code',
  reads: (path) => path.startsWith('civil-code/'),
  read(path, source) {
    const { front: head, sections } = readMarkdown(path, source, front);
    const above = [head.book, head.subbook, head.chapter].filter((part) => part !== undefined);
    return sections
      .filter((section) => section.level !== 1)
      .map((section) => readArticle(path, section, head.asOf, [...above, ...section.path]));
  },
};

function readArticle(file: string, section: Section, asOf: string, path: string[]): Passage {
  const heading = /^第(\d+)条 (\S.*)$/.exec(section.heading);
  if (section.level !== 2 || !heading) {
    throw new BadInput(
      { file, line: section.number },
      `「${section.heading}」 must be \`## 第N条 title\` or \`# 第一节 title\``,
    );
  }
  const article = Number(heading[1]);
  const parts = readLabelled(file, section, labels);
  return sealPassage({
    id: articleId(article),
    title: heading[2]!,
    path,
    law: '民法典',
    article,
    basis: `《民法典》第${writeNumeral(article)}条`,
    asOf,
    gist: parts.要点!,
    text: parts.细说!,
    example: parts.举例 ?? '',
    related: articleReferences(parts.另见 ?? '').map((reference) => articleId(reference.article)),
    questions: readList(file, section, parts.问),
    card: null,
  });
}
