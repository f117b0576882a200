import { questionKinds, questionType } from '../questions/index.ts';
import type { Repeat } from './admit.ts';
import type { ImportedItem, Reading, Rejected } from './reading.ts';

/** What an editor reads before an import goes live: counts by type, repeats, and every line that gave no item. */
export function describeReading(
  file: string,
  { items, rejected }: Reading,
  repeats: readonly Repeat[],
): string[] {
  const counts = questionKinds.map(
    (kind) => `${questionType(kind).label}${items.filter(({ type }) => type === kind).length}`,
  );
  const twice = repeats.filter(({ kind }) => kind !== 'near').length;
  return [
    `${file}：读到${items.length}道题（${counts.join('，')}），${rejected.length}处没有收进来。`,
    ...rejected.map(describeRejected),
    ...repeats.map(describeRepeat),
    ...(twice > 0 ? [`去掉重复的${twice}道，可以导入${items.length - twice}道。`] : []),
  ];
}

const describeRejected = ({ lines, reason, text }: Rejected): string =>
  `  第${lines[0]}行：${reason}${text ? `　“${short(text)}”` : ''}`;

function describeRepeat({ item, of, kind, likeness }: Repeat): string {
  const other = 'line' in of ? `第${of.line}行的题` : `题库里的 ${of.id}`;
  const how = {
    same: `和${other}重复，只收一次`,
    conflict: `和${other}相同，答案却不同，没有收；请核对`,
    near: `和${other}很像（${Math.floor(likeness * 100)}%），两道都收；请看看`,
  }[kind];
  return `  第${item.lines[0]}行：${how}　“${short(item.stem)}”`;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};

/** What `bank import --preview --json` prints: a contract with other programs. */
export const previewJson = ({ items, rejected }: Reading) => ({
  items: items.map(({ type, stem, options, answer }: ImportedItem) => ({ type, stem, options, answer })),
  rejected: rejected.map(({ lines, reason }) => ({ line: lines[0]!, reason })),
});
