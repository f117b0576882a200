import { numeralCharacters, readNumeral } from './chinese-numeral.ts';

const reference = new RegExp(
  `(?:(?:《(?:中华人民共和国)?([^》]{2,40})》|(?:中华人民共和国)?([\\p{Script=Han}]{1,12}?(?:法典|法|条例)))的?)?\\s*第?\\s*([${numeralCharacters}０-９]+)\\s*条(?![\\p{Script=Han}]?(?:街|路|腿|鱼|狗))`,
  'gu',
);

export interface ArticleReference {
  /** As written, without 中华人民共和国 and 《》; null where the text names no law. */
  law: string | null;
  article: number;
  /** Whether it was written with 第 or with a law's name: 「3条」 alone may be three of something. */
  explicit: boolean;
}

/**
 * The articles that a text names: 第1043条, 民法典一千零四十三条, 1043条, 《公证法》第二十五条.
 * In 《公证法》第二十五条、第二十六条 the law named first holds for both.
 */
export function articleReferences(text: string): ArticleReference[] {
  const found: ArticleReference[] = [];
  const plain = text.normalize('NFKC');
  let end = 0;
  for (const match of plain.matchAll(reference)) {
    const article = readNumeral(match[3]!);
    const continues = found.length > 0 && /^\s*[、,，和及与或]?\s*$/u.test(plain.slice(end, match.index));
    end = match.index + match[0].length;
    if (article === null || article === 0) continue;
    const written = match[1] ?? match[2];
    const law = written ?? (continues ? found.at(-1)!.law : null);
    found.push({ law, article, explicit: match[0].includes('第') || written !== undefined });
  }
  return found;
}
