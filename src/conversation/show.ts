import { passageButton } from '../answer/output.ts';
import { type Passage, passageHeading } from '../knowledge/passage.ts';
import { isCivilCode } from '../knowledge/readers/civil-code.ts';
import type { Release } from '../knowledge/release.ts';
import { writeAction } from '../message/action.ts';
import {
  type Button,
  listItem,
  type Message,
  messageOf,
  type Paragraph,
  type TurnEvent,
  text,
} from '../message/message.ts';
import { phrases } from './phrases.ts';

export const reply = (message: Message, inPlace = false): TurnEvent => ({
  type: 'message',
  message,
  inPlace,
});

/** A passage opened: where it stands, 要点, the whole rule, example, as-of date, and near passages. */
export function showPassage(passage: Passage, release: Release): Message {
  const head = isCivilCode(passage) ? passageHeading(passage) : passage.title;
  const paragraphs: Paragraph[] = [
    { kind: 'lead', text: head, cites: [] },
    ...(passage.gist ? [text(passage.gist)] : []),
    ...bodyOf(passage.text),
    ...(passage.example ? [text(phrases.example(passage.example))] : []),
    { kind: 'note', text: phrases.basis(passage.basis, passage.path), cites: [] },
    { kind: 'note', text: phrases.retold(passage.asOf), cites: [] },
  ];
  const near = passage.related
    .map((id) => release.passage(id))
    .filter((other) => other !== undefined)
    .map((other): Button[] => [passageButton(other, '相关：')]);
  return messageOf(paragraphs, { buttons: near, card: passage.card });
}

function bodyOf(body: string): Paragraph[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (line.startsWith('- ') ? listItem(line.slice(2)) : text(line)));
}

export interface Guide {
  id: string;
  title: string;
  topics: Passage[];
}

/** The guides of a release with their topics, in file order, the overview first. */
export function guidesOf(release: Release): Guide[] {
  const guides = new Map<string, Guide>();
  for (const passage of release.passages) {
    const id = /^guide\/([^/]+)\//.exec(passage.id)?.[1];
    if (!id) continue;
    const guide = guides.get(id) ?? { id, title: passage.card!.title, topics: [] };
    guide.topics.push(passage);
    guides.set(id, guide);
  }
  return [...guides.values()];
}

export const guideButton = (guide: Guide): Button => ({
  label: guide.title,
  action: writeAction('guide', guide.id),
});

export interface Chapter {
  title: string;
  articles: Passage[];
}
export interface Book {
  title: string;
  chapters: Chapter[];
}

/** Books and chapters of the Civil Code as the release holds them, in the order of the articles. */
export function booksOf(release: Release): Book[] {
  const books: Book[] = [];
  const articles = release.passages.filter(isCivilCode).sort((a, b) => a.article! - b.article!);
  for (const passage of articles) {
    const [title, ...inner] = passage.path as [string, ...string[]];
    if (books.at(-1)?.title !== title) books.push({ title, chapters: [] });
    const { chapters } = books.at(-1)!;
    const chapter = inner.find((heading) => /章 /u.test(heading)) ?? title;
    if (chapters.at(-1)?.title !== chapter) chapters.push({ title: chapter, articles: [] });
    chapters.at(-1)!.articles.push(passage);
  }
  return books;
}
