/** A paragraph of a document, or a table of cells with the number of its first row. */
export type Block =
  | { kind: 'line'; number: number; text: string }
  | { kind: 'table'; number: number; rows: string[][] };

/** Stands in a text where the document shows a picture. */
const picture = '［图］';

const tags = /<(\/?)(p|h[1-6]|br|tr|td|th|table|img)\b[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** The paragraphs and tables of a document as mammoth writes them in HTML, in order, numbered from 1 with the empty ones. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  let text = '';
  let rows: string[][] | null = null;
  let begin = 0;
  const endLine = (): void => {
    if (rows) return;
    for (const line of text.split('\n')) blocks.push({ kind: 'line', number: ++number, text: line });
    text = '';
  };
  let at = 0;
  for (const { 0: tag, 1: closing, 2: name, index } of html.matchAll(tags)) {
    text += plain(html.slice(at, index));
    at = index + tag.length;
    if (name === 'br') text += '\n';
    else if (name === 'img') text += picture;
    else if (name === 'table') {
      if (!closing) [rows, begin] = [[], number + 1];
      else if (rows) {
        blocks.push({ kind: 'table', number: begin, rows });
        number += rows.length;
        rows = null;
      }
      text = '';
    } else if (rows) {
      if (name === 'tr' && !closing) rows.push([]);
      else if ((name === 'td' || name === 'th') && closing) {
        rows.at(-1)?.push(text.trim());
        text = '';
      } else if (closing && text.trim()) text += '\n';
    } else if (closing) endLine();
  }
  text += plain(html.slice(at));
  if (text.trim()) endLine();
  return blocks;
}

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&([a-z]+|#39);/g, (all, name: string) => entities[name] ?? all);
