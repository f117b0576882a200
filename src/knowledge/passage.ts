import { createHash } from 'node:crypto';

/** What an office tells a person at the counter, one short line each. */
export interface Card {
  title: string;
  where?: string;
  materials?: string;
  time?: string;
  fee?: string;
  next?: string;
  phone: string[];
}

/** The unit that is found, cited and opened: an article of the Civil Code, a topic of a guide, a part of a document. */
export interface Passage {
  /** ASCII, stable over releases, at most 48 bytes (it travels in Telegram buttons). */
  id: string;
  /** Changes when anything that is searched or shown changes. */
  digest: string;
  title: string;
  /** Headings from the document down to the passage, the passage's own title left out. */
  path: string[];
  /** The law or document it stands on, as people name it: 民法典, 法律援助法. */
  law: string;
  /** Article number, null where the source has no articles. */
  article: number | null;
  /** Every law and article it stands on, as printed under it: 《法律援助法》第四十三条. */
  basis: string;
  /** ISO date: the law or document as it was in force then. */
  asOf: string;
  /** 要点: the direct answer, written to be read aloud; empty where the document is carried as it is. */
  gist: string;
  /** The passage itself, plain text with `- ` list lines. */
  text: string;
  example: string;
  /** Ids of near passages. */
  related: string[];
  /** Ways people ask for it; searched, never shown as an answer. */
  questions: string[];
  card: Card | null;
}

/** Completes a passage with its digest. */
export function sealPassage(passage: Omit<Passage, 'digest'>): Passage {
  return { ...passage, digest: shortHash(JSON.stringify(passage), 16) };
}

/** The first `length` hexadecimal digits of a SHA-256. */
export function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** What is shown of a passage and may be quoted: 要点, the rule, the example. */
export function passageText(passage: Passage): string {
  return [passage.gist, passage.text, passage.example && `例如：${passage.example}`]
    .filter(Boolean)
    .join('\n\n');
}

/** How a passage is named in a list: 民法典第1043条 夫妻相互忠实. */
export function passageHeading({ law, article, title }: Pick<Passage, 'law' | 'article' | 'title'>): string {
  return `${law}${article === null ? '' : `第${article}条`}　${title}`;
}
