import { readValue, type Value, valuePattern } from './value.ts';

const open = '[【\\[［〔（(]';
const close = '[】\\]］〕）)]';
const answerWords =
  '(?<!我|我的|学生|你|你的)(?:(?:本题|试题|该题)?(?:正确|参考|标准|试题|本题|客观题)?\\s*(?:的)?答\\s*案|正确选项|正确项|ANSWER|Answer|answer|ANS|Ans|答案选项)';
const answerBracket = `${open}\\s*${answerWords}\\s*${close}\\s*[:：]?`;
const answerColon = `${answerWords}\\s*(?:是|为|应为|应选|选)?\\s*[:：]`;
const answerAtStart = new RegExp(
  `^(?:${answerBracket}|${open}?\\s*${answerColon}|${answerWords}\\s*(?:是|为|应为|应选|选)?\\s*(?=${valuePattern}\\s*[。.]?$)|答\\s*[:：]\\s*(?=${valuePattern}\\s*[。.]?$))\\s*`,
);
const answerAlone = new RegExp(`^${open}?\\s*${answerWords}\\s*${close}?\\s*[:：]?$`);
const answerInside = new RegExp(
  `(?:${answerBracket}|${open}?\\s*${answerColon}|(?<=\\s)${answerWords}\\s*(?=${valuePattern}\\s*[。.]?$))\\s*`,
  'g',
);

const explaining =
  '答案解析|试题解析|题目解析|考点解析|解\\s*析|详解|解题思路|解释|点评|评析|分析|注解|Explanation|Feedback';
const basis = '法律依据|法条依据|参考依据|依据|法条|出处|来源|知识点|考点|考查点|考察点';
const ignored =
  '难度系数|难易度|难易程度|难度|章节|分值|分数|得分|我的答案|学生答案|你的答案|标签|编号|题号|作者';
const noteAtStart = new RegExp(
  `^(?:${open}\\s*(${explaining}|${basis}|${ignored})\\s*${close}\\s*[:：]?|${open}?(${explaining}|${basis}|${ignored})\\s*[:：])\\s*`,
);
const noteInside = new RegExp(
  `【\\s*(?:${explaining}|${basis}|${ignored})\\s*】|(?<=[\\s。；;，,）)A-Z对错√×】])(?:答案解析|试题解析|解\\s*析|难度|我的答案|学生答案|得分)\\s*[:：]`,
  'g',
);
const isExplaining = new RegExp(`^(?:${explaining})$`);
const isIgnored = new RegExp(`^(?:${ignored})$`);

/** An answer line: its value (null where what stands there is none) and what follows it. */
export function readAnswer(text: string): { value: Value | null; written: string; rest: string } | null {
  const label = answerAtStart.exec(text);
  if (!label) {
    return answerAlone.test(text) ? { value: null, written: '', rest: '' } : null;
  }
  const after = text.slice(label[0].length).trim();
  const read = readValue(after);
  if (read) return { value: read.value, written: read.value.written, rest: read.rest };
  return { value: null, written: after.replace(/[】\]］〕）)]$/, ''), rest: '' };
}

/** A labelled remark. Its label is kept where it says more than “explanation”; `text` is empty where it is not for citizens. */
export function readNote(text: string): string | null {
  const found = noteAtStart.exec(text);
  if (!found) return null;
  const label = (found[1] ?? found[2])!.replace(/\s/g, '');
  const body = text.slice(found[0].length).trim();
  if (isIgnored.test(label)) return '';
  return isExplaining.test(label) || body === '' ? body : `${label}：${body}`;
}

/** Places inside a line where a labelled answer or remark begins. */
export function labelsInside(text: string): number[] {
  const inNote = Boolean(readNote(text));
  const answers = [...text.matchAll(answerInside)].filter(({ index, 0: label }) => {
    if (index === 0 || (inNote && !label.startsWith('【'))) return false;
    const read = readValue(text.slice(index + label.length));
    return read !== null && /^(?:$|[\s\p{P}\p{S}\p{Script=Han}])/u.test(read.rest);
  });
  const notes = [...text.matchAll(noteInside)].filter(({ index }) => index > 0);
  return [...answers, ...notes].map(({ index }) => index).sort((a, b) => a - b);
}
