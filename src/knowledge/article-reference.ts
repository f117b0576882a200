import { numeralCharacters, readNumeral } from './chinese-numeral.ts';

const numeral = `[${numeralCharacters}]{1,16}`;
const numerals = `${numeral}(?:\\s*[、,和及与]\\s*(?:第\\s*)?${numeral}){0,5}`;
const reference = new RegExp(
  `(?:(?:《([^》]{2,40})》|([\\p{Script=Han}]{1,20}?(?:法典|法|条例)))的?)?\\s*((?:第\\s*)?${numerals})\\s*条(?![\\p{Script=Han}]?(?:街|路|腿|鱼|狗))`,
  'gu',
);
/** What people say before a law's name. */
const lead =
  /^(?:请问|我?想问|问一下|根据|依据|依照|按照|违反了?|看看|说说|讲讲|关于|那么?|和|与|我国|现行)+/u;
/** Words that end in 法 and name no law. */
const noLaw = /(?:[做方想说看合违非依司执立普无没书]法)$/u;
/** What follows 「1043条」 where it means an article: 「两条烟」 does not. */
const afterArticle = /^(?:$|[\p{P}\p{S}\s]|的|是|说|讲|规定|内容|里|怎么|咋|什么|第|款|和|与|跟)/u;
/** No law has more; longer numbers are noise. */
const mostArticles = 99_999;

export interface ArticleReference {
  /** As written, without 中华人民共和国 and 《》; null where the text names no law. 民法 is 民法典. */
  law: string | null;
  article: number;
  /** Whether it was written with 第 or with a law's name: 「3条」 alone may be three of something. */
  explicit: boolean;
}

/**
 * The articles that a text names: 第1043条, 民法典一千零四十三条, 1043条, 第1043、1044条, 《公证法》第二十五条.
 * In 《公证法》第二十五条、第二十六条 the law named first holds for both.
 */
export function articleReferences(text: string): ArticleReference[] {
  const found: ArticleReference[] = [];
  const plain = text.normalize('NFKC');
  let end = 0;
  for (const match of plain.matchAll(reference)) {
    const before = found.at(-1);
    const follows = /^\s*[、,和及与或]?\s*$/u.test(plain.slice(end, match.index));
    const goesOn = follows ? before : undefined;
    end = match.index + match[0].length;
    const written = lawOf(match[1] ?? match[2]);
    const law = written ?? goesOn?.law ?? null;
    const numbered = match[3]!.includes('第');
    const explicit = numbered || written !== null || goesOn?.explicit === true;
    if (!explicit && !afterArticle.test(plain.slice(end))) continue;
    // In 一、第五条 the first numeral counts a list.
    const list = numbered && written === null ? match[3]!.slice(match[3]!.indexOf('第')) : match[3]!;
    for (const each of list.split(/[、,和及与]/u)) {
      const article = readNumeral(each.replaceAll(/[第\s]/gu, ''));
      if (article !== null && article > 0 && article <= mostArticles) found.push({ law, article, explicit });
    }
  }
  return found;
}

function lawOf(written: string | undefined): string | null {
  const name = written?.replace(lead, '').replace(/^中华人民共和国/, '');
  if (!name || noLaw.test(name)) return null;
  return name === '民法' ? '民法典' : name;
}
