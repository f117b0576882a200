import { numeralCharacters, readNumeral } from './chinese-numeral.ts';

const numeral = `[${numeralCharacters}半.]{1,16}`;
const share = new RegExp(`(${numeral})分之(${numeral})`, 'gu');
const counted = new RegExp(
  `(${numeral})(多|余)?(周岁|岁|年|个月|月|个?工作日|日|天|小时|分钟|周|个?星期|倍|元|人|名|次|个|种|类|项|位|家|件|成|%)`,
  'gu',
);
/** 第1043条 names an article, 第三人 a party. */
const ordinal = new RegExp(`第[${numeralCharacters}]{1,16}[条人]`, 'gu');
const sameUnit: Record<string, string> = {
  周岁: '岁',
  个月: '月',
  天: '日',
  个工作日: '工作日',
  星期: '周',
  个星期: '周',
  名: '人',
  位: '人',
  个: '项',
  种: '项',
  类: '项',
};
const counts = new Set(['人', '次', '项', '家', '件']);

/** Digits in ASCII, thousands without commas: 1,888 and １８８８ are 1888. A Chinese comma parts numbers: 110，120. */
export const plainDigits = (text: string): string =>
  text
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replaceAll('，', '、')
    .normalize('NFKC');

/**
 * The ages, terms, shares, sums and counts that a text states, as `value unit` with Chinese and Arabic numerals
 * and equal units made one: 七日 and 7天 are both `7日`. Counts of one and two (一个, 两人) are grammar, not figures.
 */
export function figures(text: string): Set<string> {
  const found = new Set<string>();
  let rest = plainDigits(text).replaceAll(ordinal, ' ');
  rest = rest.replaceAll(share, (whole, denominator: string, numerator: string) => {
    const value = (numberOf(numerator) ?? 0) / (numberOf(denominator) ?? 1);
    found.add(denominator === '百' ? `${numberOf(numerator)}%` : `${value.toFixed(4)}份`);
    return whole.replaceAll(/./gu, ' ');
  });
  for (const match of rest.matchAll(counted)) {
    const unit = sameUnit[match[3]!] ?? match[3]!;
    const value = numberOf(match[1]!);
    if (value === null || (counts.has(unit) && value <= 2)) continue;
    found.add(`${value}${unit}`);
  }
  return found;
}

function numberOf(text: string): number | null {
  if (text === '半') return 0.5;
  if (/^\d+\.\d+$/.test(text)) return Number(text);
  return readNumeral(text);
}
