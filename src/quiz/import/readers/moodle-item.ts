import { reasons } from '../phrases.ts';
import type { ImportedItem } from '../reading.ts';
import { readTags } from '../tags.ts';
import { judgeOptions, keyOfChoices } from '../text/key.ts';

/** An element as the parser gives it: children and attributes by name. */
export type Node = { [name: string]: unknown };

type MoodleItem = Omit<ImportedItem, 'lines'> | { reason: string; text: string } | 'category';

const unsupported: Readonly<Record<string, string>> = {
  shortanswer: '填空题',
  cloze: '填空题',
  numerical: '数值题',
  essay: '问答题',
  matching: '连线题',
  description: '说明文字',
};

export function moodleItem(question: Node): MoodleItem {
  const type = String(question['@type'] ?? '');
  if (type === 'category') return 'category';
  const stem = rich(question.questiontext);
  const refuse = (reason: string) => ({ reason, text: stem });
  if (type !== 'multichoice' && type !== 'truefalse')
    return refuse(reasons.unsupported(unsupported[type] ?? `${type}题`));
  if (!stem) return refuse(reasons.noStem);
  if (/<(?:file|img)\b/i.test(JSON.stringify(question.questiontext) ?? '')) return refuse(reasons.picture);
  const answers = ((question.answer as Node[] | undefined) ?? []).map((answer) => ({
    text: rich(answer, question),
    right: Number(answer['@fraction'] ?? 0) > 0,
  }));
  const more = extrasOf(question);
  if (type === 'truefalse') {
    const right = answers.find((answer) => answer.right)?.text.toLowerCase();
    if (right !== 'true' && right !== 'false') return refuse(reasons.noAnswer);
    return { type: 'judge', stem, options: [...judgeOptions], answer: [right === 'true' ? 0 : 1], ...more };
  }
  const key = keyOfChoices(answers);
  return 'reason' in key ? refuse(key.reason) : { ...key, stem, ...more };
}

function extrasOf(question: Node): Partial<ImportedItem> {
  const explanation = rich(question.generalfeedback);
  const tags = (question.tags as Node | undefined)?.tag as Node[] | undefined;
  const id = textOf(question.idnumber).trim();
  return {
    ...readTags((tags ?? []).map((tag) => rich(tag))),
    ...(/^[a-z0-9-]{1,32}$/.test(id) ? { id } : {}),
    ...(explanation ? { explanation } : {}),
  };
}

/** The words of an element with a <text>; HTML is reduced to them. */
function rich(node: unknown, parent?: Node): string {
  if (typeof node !== 'object' || node === null) return textOf(node).trim();
  const element = node as Node;
  const format = String(
    element['@format'] ?? (parent?.questiontext as Node | undefined)?.['@format'] ?? 'html',
  );
  const text = textOf('text' in element ? element.text : element);
  return (format === 'plain_text' ? text : withoutTags(text)).trim();
}

/** Character data: text with its entities read, CDATA as it stands. */
function textOf(node: unknown): string {
  if (node === undefined || node === null) return '';
  if (typeof node !== 'object') return decoded(String(node));
  if (Array.isArray(node)) return node.map(textOf).join('');
  const { '#text': text, '#cdata': cdata } = node as Node;
  const raw = ((cdata as unknown[] | undefined) ?? [])
    .map((part) => String(typeof part === 'object' ? ((part as Node)['#text'] ?? '') : part))
    .join('');
  return decoded(String(text ?? '')) + raw;
}

const withoutTags = (html: string): string =>
  /[<&]/.test(html)
    ? decoded(
        html.replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n').replace(/<\/?[a-z][^>]*>/gi, ''),
      ).replace(/[^\S\n]*\n\s*/g, '\n')
    : html;

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
