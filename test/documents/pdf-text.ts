import { inflateSync } from 'node:zlib';

/** The text of a PDF that pdfkit wrote, page by page, drawn pieces apart by line ends. */
export function pdfText(pdf: Uint8Array): string[] {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, { head: string; body: string }>();
  for (const [, id, head, stream] of source.matchAll(
    /(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n([\s\S]*?)\nendstream)?\nendobj/g,
  )) {
    const bytes = Buffer.from(stream ?? '', 'latin1');
    const body =
      head!.includes('/FlateDecode') && stream ? inflateSync(bytes).toString('latin1') : (stream ?? '');
    objects.set(id!, { head: head!, body });
  }
  const object = (id: string | undefined) => objects.get(id ?? '') ?? { head: '', body: '' };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head));
  return pages.map(({ head }) => {
    const resources = object(/\/Resources (\d+) 0 R/.exec(head)?.[1]).head;
    const glyphs = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
        name!,
        unicodeOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(id).head)?.[1]).body),
      ]),
    );
    return drawn(object(/\/Contents (\d+) 0 R/.exec(head)?.[1]).body, glyphs);
  });
}

function unicodeOf(cmap: string): string[] {
  const ranges = [...cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)];
  return ranges.flatMap(([, list]) =>
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) =>
      Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  );
}

function drawn(content: string, glyphs: ReadonlyMap<string, string[]>): string {
  let font: string[] = [];
  let text = '';
  for (const [, name, pieces] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = glyphs.get(name) ?? [];
    else {
      for (const [, hex] of pieces!.matchAll(/<([0-9a-f]+)>/g))
        for (const glyph of hex!.match(/.{4}/g)!) text += font[Number.parseInt(glyph, 16)] ?? '';
      text += '\n';
    }
  }
  return text;
}
