import type { SentFile } from '../../../message/message.ts';
import { webPhrases } from '../phrases.ts';
import { type Html, html } from './html.ts';

/** A file to look at, where it is a picture, and to keep. It is in the page itself: nothing has to be kept for it here. */
export function fileView({ name, type, bytes, caption }: SentFile): Html {
  const address = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return html`<figure class="file">
${type === 'image/png' && html`<img src="${address}"${sizeOf(bytes)} alt="${caption}">`}
<figcaption>${caption}${type === 'image/png' && webPhrases.longPress}</figcaption>
<p><a class="button" href="${address}" download="${name}">${webPhrases.download(name)}</a></p>
</figure>`;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height as a PNG says them (W3C, PNG, 11.2.1), so that nothing jumps when it is drawn. */
function sizeOf(bytes: Uint8Array): Html | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(24, bytes.byteLength));
  if (png.length < 24 || !png.subarray(0, 8).equals(signature)) return null;
  return html` width="${png.readUInt32BE(16)}" height="${png.readUInt32BE(20)}"`;
}
