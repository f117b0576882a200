const digits = new Map([...'〇零一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 1)]));
digits.set('两', 2);
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Characters of which a numeral is made; for building patterns. */
export const numeralCharacters = '〇零一二三四五六七八九十百千万两\\d';

/**
 * Reads 一千零四十三, 1043, １０４３, 23万 or 二十三万 as a number; null where it is none.
 * Digit strings such as 二〇二一 are read digit by digit.
 */
export function readNumeral(text: string): number | null {
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain === '') return null;
  // 万一 is no number: a numeral begins with 万 only in 万分之五.
  if (plain.startsWith('万')) return plain === '万' ? 10_000 : null;
  if (/^\d+万$/.test(plain)) return Number(plain.slice(0, -1)) * 10_000;
  if (/^[〇零一二三四五六七八九]{2,}$/.test(plain)) {
    return Number([...plain].map((c) => digits.get(c)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of plain) {
    const unit = units.get(c);
    if (digits.has(c)) digit = digits.get(c)!;
    else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
    } else if (c === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** Writes 1043 as 一千零四十三, for 0 ≤ n < 10,000. */
export function writeNumeral(n: number): string {
  if (n === 0) return '零';
  const names = '零一二三四五六七八九';
  let out = '';
  let zero = false;
  for (const [value, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const d = Math.floor(n / value) % 10;
    if (d === 0) zero = out !== '';
    else {
      out += (zero ? '零' : '') + names[d] + unit;
      zero = false;
    }
  }
  return out.replace(/^一十/, '十');
}
