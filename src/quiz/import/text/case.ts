/** For how many questions the facts before them hold. */
export type Reach = { from: number; to: number } | { count: number } | 'open';

const named =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)]?\s*[、.．]?\s*)?[【[]?(?:案例|案情|材料|背景资料|背景材料|资料|共用题干|共享题干|题干)[一二三四五六七八九十\d]*[】\]]?\s*[:：.、]/;
const hanInBrackets = /^[（(][一二三四五六七八九十]{1,3}[）)]\s*.{20,}/s;
const asks =
  /(?:根据|依据|阅读|结合|针对)(?:下列|以下|上述|上面|该|本|以上)?.{0,12}?(?:材料|案例|案情|资料|情况|情形|事实|内容).{0,12}?(?:回答|完成|作答|做)|(?:回答|完成|作答)\s*(?:下列|以下|下面|第?\s*[（(]?\d+|各题|问题)/;
const span =
  /(?:第\s*)?[（(]?(\d{1,4})[）)]?\s*(?:题)?\s*(?:[-–—~～―－]+|至|到|、|和)\s*(?:第\s*)?[（(]?(\d{1,4})[）)]?\s*(?:小?题|问)/;
const counted =
  /(?:下列|以下|下面|后面|的)\s*([一二两三四五六七八九十]|\d{1,2})\s*(?:个|道)?\s*(?:小?题|问题|问)/;
const han = '零一二三四五六七八九十';

/** Facts that several questions share (根据材料回答1-3题), with their reach; null for any other text. */
export function readCase(text: string): Reach | null {
  if (!named.test(text) && !asks.test(text) && !hanInBrackets.test(text)) return null;
  const range = span.exec(text);
  if (range && asks.test(text) && Number(range[1]) < Number(range[2])) {
    return { from: Number(range[1]), to: Number(range[2]) };
  }
  const count = counted.exec(text)?.[1];
  if (count) return { count: count === '两' ? 2 : /\d/.test(count) ? Number(count) : han.indexOf(count) };
  return 'open';
}
