import { z } from 'zod';
import { BadInput } from '../../errors.ts';
import { articleReferences } from '../article-reference.ts';
import { type Card, type Passage, sealPassage, shortHash } from '../passage.ts';
import { readLabelled, readList } from './labelled.ts';
import { readMarkdown, type Section } from './markdown.ts';
import type { Reader } from './reader.ts';

const line = z.string().min(1).max(120);
const front = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,32}$/, 'use 2–32 characters a–z 0–9 -'),
  title: z.string().min(1),
  aliases: z.array(z.coerce.string()).default([]),
  summary: line,
  questions: z.array(z.string().min(1)).min(1),
  asOf: z.iso.date(),
  laws: z.array(z.object({ name: z.string().min(1), version: z.iso.date() })).min(1),
  phone: z.array(z.string()).default([]),
  card: z.object({ where: line, materials: line, time: line, fee: line, next: line }),
});
const labels = { known: ['要点', '细说', '依据', '问'], required: ['要点', '细说', '依据'] } as const;

/** The fixed parts of a guide, in the order people meet them. */
export const guideParts = [
  '这是什么',
  '谁可以用',
  '去哪里办',
  '带什么材料',
  '要多久',
  '收费吗',
  '被拒绝了怎么办',
  '下一步',
] as const;

/** knowledge/guides: one service a file, eight fixed `##` parts, one topic a `###`; its front matter answers for the whole. */
export const guideReader: Reader = {
  name: 'guide',
  reads: (path) => path.startsWith('guides/'),
  read(path, source) {
    const { front: head, sections } = readMarkdown(path, source, front);
    checkParts(path, sections);
    const topics = sections.filter((section) => section.level === 3);
    return [overview(head), ...topics.map((section) => readTopic(path, section, head))];
  },
};

function checkParts(file: string, sections: Section[]): void {
  const parts = sections.filter((section) => section.level === 2);
  for (const [index, expected] of guideParts.entries()) {
    const part = parts[index];
    if (part?.heading !== expected) {
      throw new BadInput(
        { file, line: part?.number ?? 1 },
        `part ${index + 1} must be \`## ${expected}\`, found ${part ? `「${part.heading}」` : 'nothing'}`,
      );
    }
  }
  const stray = sections.find((section) => section.level !== 2 && section.level !== 3);
  const extra = stray ?? parts[guideParts.length];
  if (extra) {
    throw new BadInput(
      { file, line: extra.number },
      `「${extra.heading || extra.lines[0]?.text}」 stands outside the eight parts and their \`###\` topics`,
    );
  }
}

const cardOf = (head: z.infer<typeof front>): Card => ({
  title: head.title,
  ...head.card,
  phone: head.phone,
});

/** The service as a whole: what it is for, with the card that says where, what to bring, how long and what it costs. */
function overview(head: z.infer<typeof front>): Passage {
  return sealPassage({
    id: `guide/${head.id}/overview`,
    title: head.title,
    path: ['办事指南'],
    law: head.laws[0]!.name,
    article: null,
    basis: head.laws.map((law) => `《${law.name}》`).join('、'),
    asOf: head.asOf,
    gist: head.summary,
    text: '去哪里、带什么、要多久、收不收费，看办事卡片；哪一步不清楚，接着问就行。',
    example: '',
    related: [],
    questions: [...head.questions, ...head.aliases],
    card: cardOf(head),
  });
}

function readTopic(file: string, section: Section, head: z.infer<typeof front>): Passage {
  const parts = readLabelled(file, section, labels);
  const law = /《(.+?)》/u.exec(parts.依据!)?.[1] ?? head.laws[0]!.name;
  return sealPassage({
    id: `guide/${head.id}/${shortHash(section.path.at(-1) + section.heading, 6)}`,
    title: section.heading,
    path: [head.title, ...section.path],
    law,
    article: articleReferences(parts.依据!).find((reference) => reference.law === law)?.article ?? null,
    basis: parts.依据!,
    asOf: head.asOf,
    gist: parts.要点!,
    text: parts.细说!,
    example: '',
    related: [],
    questions: readList(file, section, parts.问),
    card: cardOf(head),
  });
}
