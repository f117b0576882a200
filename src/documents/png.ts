import { renderAsync } from '@resvg/resvg-js';
import { fontFile, type Weight } from './font.ts';
import type { Page } from './mark.ts';
import { svgOf } from './svg.ts';

/** A page as a picture of `width` pixels, drawn off the main thread. */
export async function pngOf(page: Page, width: number): Promise<Uint8Array> {
  const weights = new Set(page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.weight] : [])));
  const fontFiles = [...weights].map((weight: Weight) => fontFile(weight));
  const picture = await renderAsync(svgOf(page), {
    font: { loadSystemFonts: false, fontFiles },
    fitTo: { mode: 'width', value: width },
  });
  return picture.asPng();
}
