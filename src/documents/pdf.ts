import PDFDocument from 'pdfkit';
import { fontFile, type Weight } from './font.ts';
import type { Mark, Page } from './mark.ts';

/** A4 in points (ISO 216). */
export const a4 = { short: 595.28, long: 841.89 };

type Doc = InstanceType<typeof PDFDocument>;

const draw: { [K in Mark['kind']]: (doc: Doc, mark: Extract<Mark, { kind: K }>) => void } = {
  path(doc, { d, fill, stroke, thickness = 1, dash, opacity = 1 }) {
    doc.save().opacity(opacity).path(d).lineWidth(thickness);
    if (dash) doc.dash(dash, { space: dash });
    if (fill && stroke) doc.fillAndStroke(fill, stroke);
    else if (fill) doc.fill(fill);
    else doc.stroke(stroke ?? '#000');
    doc.restore();
  },
  text(doc, { text, x, y, size, weight, colour, spacing }) {
    doc.font(weight, size).fillColor(colour);
    doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  },
};

/** Pages as a PDF with the glyphs it uses, and with its text to search and copy. */
export async function pdfOf(pages: Iterable<Page>, title: string): Promise<Uint8Array> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: 'mingbai' },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const weight of ['light', 'regular', 'medium', 'bold'] satisfies Weight[])
    doc.registerFont(weight, fontFile(weight));
  for (const { width, height, marks } of pages) {
    doc.addPage({ size: [width, height], margin: 0 });
    for (const mark of marks) (draw[mark.kind] as (doc: Doc, mark: Mark) => void)(doc, mark);
  }
  doc.end();
  await written;
  return Buffer.concat(chunks);
}
