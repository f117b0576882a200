import mammoth from 'mammoth';
import { BadInput } from '../../../errors.ts';
import { problems } from '../phrases.ts';
import { joinReadings, type Reading } from '../reading.ts';
import { readTable } from '../table.ts';
import { numbered } from '../text/line.ts';
import { readLines } from '../text/read-text.ts';
import type { BankReader } from './bank-reader.ts';
import { type Block, blocksOf } from './docx-blocks.ts';
import { labelsOf } from './list-labels.ts';

/** Word documents: paragraphs as lines, tables with a header as tables, other tables row by row. */
export const docx: BankReader = {
  format: 'docx',
  extensions: ['.docx'],
  async read(file, bytes) {
    const options = {
      ignoreEmptyParagraphs: false,
      transformDocument: withLabels,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    };
    const html = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options).catch((cause) => {
      throw new BadInput({ file }, problems.corrupt('docx'), { cause });
    });
    return readBlocks(blocksOf(html.value));
  },
};

/** A node of mammoth's document. */
interface Element {
  type: string;
  value?: string;
  children?: Element[];
  numbering?: { isOrdered: boolean } | null;
}

/** Writes into numbered paragraphs what Word shows before them. */
function withLabels(document: Element): Element {
  const paragraphs = descendants(document).filter(({ type }) => type === 'paragraph');
  const labels = labelsOf(
    paragraphs.map((each) => ({
      list: each.numbering?.isOrdered ? each.numbering : null,
      text: descendants(each)
        .map(({ value }) => value ?? '')
        .join(''),
    })),
  );
  paragraphs.forEach((each, i) => {
    each.numbering = null;
    if (labels[i]) each.children = [{ type: 'text', value: labels[i] }, ...(each.children ?? [])];
  });
  return document;
}

const descendants = (element: Element): Element[] =>
  (element.children ?? []).flatMap((child) => [child, ...descendants(child)]);

function readBlocks(blocks: readonly Block[]): Reading {
  const tables: Reading[] = [];
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'line') return numbered([block.text], block.number);
    const rows = block.rows.map((cells, i) => ({ line: block.number + i, cells }));
    const table = readTable(rows);
    if (!table) return rows.flatMap(({ line, cells }) => numbered([cells.map(oneLine).join('\t')], line));
    tables.push(table);
    return [];
  });
  const gaps = new Set(blocks.flatMap((b) => (b.kind === 'line' && !b.text.trim() ? [b.number + 1] : [])));
  return joinReadings([readLines(lines.map((line) => ({ ...line, gap: gaps.has(line.number) }))), ...tables]);
}

const oneLine = (cell: string): string => cell.replace(/\s*\n\s*/g, '\t');
