import type { QuestionKind } from '../../questions/index.ts';

/** What a heading or a tag says about the questions under it; a kind we cannot ask keeps its word. */
export type Section = { kind: QuestionKind | 'choice' } | { kind: 'other'; word: string };

const kinds: readonly (readonly [pattern: RegExp, kind: QuestionKind | 'choice'])[] = [
  [/^(?:单项选择|单选|单项选择题|single)/i, 'single'],
  [/^(?:不定项|任选|不定向)/, 'choice'],
  [/^(?:多项选择|多选|multiple)/i, 'multiple'],
  [/^(?:判断|是非|对错|judge|true)/i, 'judge'],
  [/^(?:选择|案例选择|案例分析选择|A[1-4]型)/, 'choice'],
];

const ours =
  '单项选择|单选|不定项选择|不定项|任选|多项选择|多选|案例分析选择|案例选择|选择|判断改错|判断正误|判断对错|判断|是非|对错';
const others = '填空|简答|问答|论述|名词解释|案例分析|案例|材料分析|计算|作文|写作|连线|排序|主观';
const word = `(${ours}|${others})`;

const ordinal =
  '(?:第?[一二三四五六七八九十\\dⅠⅡⅢⅣⅤIVX]{1,3}\\s*(?:部分|大题)?\\s*[、.．:：)）\\s]\\s*|[（(][一二三四五六七八九十\\d]{1,3}[）)]\\s*[、.．]?\\s*|第[一二三四五六七八九十\\d]+部分\\s*)?';
const heading = new RegExp(
  `^[#*\\s【\\[（(]*${ordinal}[【\\[（(]?${word}(?:题(?:目|型|部分|库)?)?[】\\]）)]?\\s*(?:[*]*)$`,
);
const headingWithMore = new RegExp(
  `^[#*\\s]*${ordinal}[【\\[]?${word}题(?:目|型|部分|库)?[】\\]]?\\s*[*]*\\s*(?:[:：,，。;；—\\-（(【\\[]|共|每|本|请|\\d+\\s*[道题分])(.*)$`,
);
/** What an instruction after a heading talks of. */
const instruction = /[共每各]|题|分|选|打|填|答|正确|错误|√|×/;

const tag = new RegExp(
  `^[（(【\\[［]\\s*${word}题?\\s*(?:[,，:：\\s]?\\s*[\\d.]+\\s*分)?\\s*[）)】\\]］]\\s*[:：、.]?\\s*`,
);
const tagAtEnd = new RegExp(`\\s*[（(【\\[［]\\s*${word}题?\\s*[）)】\\]］]\\s*$`);

export function sectionOf(name: string): Section {
  const kind = kinds.find(([pattern]) => pattern.test(name.trim()))?.[1];
  return kind ? { kind } : { kind: 'other', word: `${name.trim().replace(/题$/, '')}题` };
}

/** The section that a line opens: 一、单选题（每题1分）; null where it is no such heading. */
export function readHeading(text: string): Section | null {
  if (text.length > 120) return null;
  const short = heading.exec(text);
  // “判断” or “选择” alone, without 题 and ordinal, still names a section when nothing else is on the line.
  if (short) return sectionOf(short[1]!);
  const long = headingWithMore.exec(text);
  return long && instruction.test(long[2]!) ? sectionOf(long[1]!) : null;
}

/** A tag before or after a stem: 【多选题】… */
export function takeTag(text: string): { section: Section | null; text: string } {
  for (const pattern of [tag, tagAtEnd]) {
    const found = pattern.exec(text);
    if (found) return { section: sectionOf(found[1]!), text: text.replace(pattern, '') };
  }
  return { section: null, text };
}

const chapter = /^第[一二三四五六七八九十百零\d]+[编章节篇讲课](?:[\s　:：、].{0,40})?$/;
const part = /^第[一二三四五六七八九十百零\d]+(?:部分|单元|分编)(?:[\s　:：、].{0,40})?$/;
const framed = /^([-—=*~#_·])\1+.*$/;
const hash = /^#+\s/;
const hanNumbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])\s*[^（()）？?。；]{1,30}$/;
const page = /^(?:第\s*\d+\s*页.{0,12}|-\s*\d+\s*-|[—–]\s*\d+\s*[—–]|Page\s+\d+.{0,10}|共\s*\d+\s*页)$/i;

/** 第3页 共10页 */
export const isPage = (text: string): boolean => page.test(text);

/** A line that orders the bank and asks nothing: chapters, rules, page numbers. */
export const isOrnament = (text: string): boolean =>
  text.length <= 80 && [chapter, part, framed, hash, hanNumbered, page].some((pattern) => pattern.test(text));

const title = /^(?:[^。？?（）()：:；;]{2,40}|[（(][^（()）。？?]{4,30}[）)])$/;

/** Words without a sentence, such as 民法典知识竞赛题库. */
export const isTitle = (text: string): boolean => title.test(text);
