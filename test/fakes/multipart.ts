/** A file of a multipart body. */
export interface Part {
  name: string;
  bytes: Buffer;
}

/** Reads multipart/form-data as grammY writes it: fields by name, JSON where it is JSON, files in place of attach://id. */
export function readMultipart(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(\S+)/.exec(contentType)![1]!;
  const fields: [string, string][] = [];
  const files = new Map<string, Part>();
  for (const part of partsOf(body, boundary)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, end).toString();
    const bytes = part.subarray(end + 4);
    const name = /name="([^"]*)"/.exec(head)![1]!;
    const file = /filename=([^\r;]*)/.exec(head)?.[1];
    if (file === undefined) fields.push([name, bytes.toString()]);
    else files.set(`attach://${name}`, { name: file, bytes });
  }
  return Object.fromEntries(
    fields.map(([name, value]) => [name, files.get(value) ?? readField(name, value)]),
  );
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  const mark = `--${boundary}`;
  let from = body.indexOf(mark) + mark.length + 2;
  for (;;) {
    const to = body.indexOf(`\r\n${mark}`, from);
    if (to < 0) return parts;
    parts.push(body.subarray(from, to));
    from = to + mark.length + 4;
  }
}

const json = new Set([
  'chat_id',
  'message_thread_id',
  'reply_parameters',
  'caption_entities',
  'reply_markup',
]);
const readField = (name: string, value: string): unknown => (json.has(name) ? JSON.parse(value) : value);
