import type { ImportedItem } from '../../src/quiz/import/reading.ts';

type Asked = Pick<ImportedItem, 'type' | 'stem' | 'options' | 'answer' | 'explanation'>;

/** How someone types a bank. */
export interface Habits {
  number: (n: number) => string;
  letter: (letter: string) => string;
  /** Between options. */
  between: string;
  optionsOnStem: boolean;
  answer: 'after' | 'before' | 'in stem' | 'at end' | 'after last option';
  label: (key: string) => string;
  judge: [right: string, wrong: string];
  /** Between the letters of an answer. */
  joint: string;
  explains: ((text: string) => string) | null;
  headings: ((kind: string) => string) | null;
  restarts: boolean;
  gap: string;
}

export const numbers: Habits['number'][] = [
  (n) => `${n}.`,
  (n) => `${n}、`,
  (n) => `（${n}）`,
  (n) => `第${n}题：`,
  (n) => `${n}．`,
  (n) => `${n}. `,
  (n) => `(${n})`,
  (n) => `${n}）`,
  (n) => `${n}\t`,
  (n) => `${n}\n`,
  (n) => `${n} `,
  () => '',
];
export const letters: Habits['letter'][] = [
  (l) => `${l}.`,
  (l) => `${l}、`,
  (l) => `${l}．`,
  (l) => `${l}：`,
  (l) => `(${l})`,
  (l) => `（${l}）`,
  (l) => `${l}）`,
  (l) => `${l}. `,
  (l) => `${String.fromCharCode(l.charCodeAt(0) + 0xfee0)}．`,
];
export const labels: Habits['label'][] = [
  (key) => `答案：${key}`,
  (key) => `正确答案：${key}`,
  (key) => `【答案】${key}`,
  (key) => `参考答案: ${key}`,
  (key) => `[答案]${key}`,
  (key) => `答案 ${key}`,
  (key) => `（答案：${key}）`,
  (key) => `答案：\n${key}`,
];
export const headings: Habits['headings'][] = [
  null,
  (kind) => `${kind}题`,
  (kind) => `一、${kind}题（每题1分，共20分）`,
  (kind) => `【${kind}题】`,
  (kind) => `第二部分 ${kind}题`,
];
export const explanations: Habits['explains'][] = [
  null,
  (text) => `解析：${text}`,
  (text) => `【解析】${text}`,
];

const names = { single: '单选', multiple: '多选', judge: '判断' } as const;

/** A bank as one with these habits types it. Items of a type stand together. */
export function typed(items: readonly Asked[], habits: Habits): string {
  const table: string[] = [];
  let n = 0;
  const parts = (['single', 'multiple', 'judge'] as const).flatMap((kind) => {
    const own = items.filter(({ type }) => type === kind);
    if (own.length === 0) return [];
    if (habits.headings && habits.restarts) n = 0;
    if (habits.headings) table.push(habits.headings(names[kind]));
    const written = own.map((item) => {
      n += 1;
      const key = keyOf(item, habits);
      table.push(`${n}.${key}`);
      return itemText(item, n, key, habits);
    });
    return [...(habits.headings ? [habits.headings(names[kind])] : []), ...written];
  });
  return [...parts, ...(habits.answer === 'at end' ? ['参考答案', ...table] : [])].join(`\n${habits.gap}`);
}

const keyOf = ({ type, answer }: Asked, { judge, joint }: Habits): string =>
  type === 'judge' ? judge[answer[0]!]! : answer.map((key) => String.fromCharCode(65 + key)).join(joint);

function itemText(item: Asked, n: number, key: string, habits: Habits): string {
  const { answer, letter, between, optionsOnStem, explains, label } = habits;
  const options =
    item.type === 'judge'
      ? []
      : item.options.map((option, i) => letter(String.fromCharCode(65 + i)) + option);
  const stem = answer === 'in stem' ? item.stem.replace(/（ ）|$/, `（${key}）`) : item.stem;
  const asked = [
    stem,
    ...(options.length > 0 && optionsOnStem && answer !== 'before' ? [` ${options.join(between)}`] : []),
  ].join('');
  const apart = options.length > 0 && !(optionsOnStem && answer !== 'before') ? [options.join(between)] : [];
  const lines = [
    habits.number(n) + asked,
    ...(answer === 'before' ? [label(key)] : []),
    ...apart,
    ...(answer === 'after' ? [label(key)] : []),
  ];
  if (answer === 'after last option') lines[lines.length - 1] += ` ${label(key).replace('\n', '')}`;
  return [...lines, ...(explains && item.explanation ? [explains(item.explanation)] : [])].join('\n');
}
