import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Embeddings, PassageVectors } from './embeddings.ts';

const header = z.object({
  version: z.literal(1),
  model: z.string(),
  dimension: z.number().int().positive(),
  passages: z.array(z.tuple([z.string(), z.number().int().positive()])),
});

/**
 * Layout: uint32 length of the header, the header as JSON padded to 4 bytes, then float32 rows, all little-endian.
 * The file is derived data: null where there is none or it is damaged, and the caller embeds anew.
 */
export async function readEmbeddings(file: string): Promise<Embeddings | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || bytes.length < 4) return null;
  const start = 4 + bytes.readUInt32LE(0);
  const head = header.safeParse(jsonOrNull(bytes.subarray(4, start).toString('utf8')));
  if (!head.success) return null;
  const { dimension, passages, model } = head.data;
  const rows = passages.reduce((sum, [, count]) => sum + count, 0);
  if (bytes.length !== start + rows * dimension * 4) return null;
  const all = new Float32Array(new Uint8Array(bytes.subarray(start)).buffer);
  const byDigest = new Map<string, PassageVectors>();
  let row = 0;
  for (const [digest, count] of passages) {
    const vectors = Array.from({ length: count }, (_, i) =>
      all.subarray((row + i) * dimension, (row + i + 1) * dimension),
    );
    byDigest.set(digest, { text: vectors[0]!, questions: vectors.slice(1) });
    row += count;
  }
  return { model, byDigest };
}

/** Written beside and renamed, so that a reader never sees half a file. */
export async function writeEmbeddings(file: string, embeddings: Embeddings): Promise<void> {
  const entries = [...embeddings.byDigest];
  const vectors = entries.flatMap(([, entry]) => [entry.text, ...entry.questions]);
  const json = JSON.stringify({
    version: 1,
    model: embeddings.model,
    dimension: vectors[0]?.length ?? 1,
    passages: entries.map(([digest, entry]) => [digest, 1 + entry.questions.length]),
  } satisfies z.infer<typeof header>);
  const padded = Buffer.from(json + ' '.repeat((4 - (Buffer.byteLength(json) % 4)) % 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, Buffer.concat([length, padded, ...vectors.map(bytesOf)]));
  await rename(partial, file);
}

const bytesOf = (v: Float32Array): Buffer => Buffer.from(v.buffer, v.byteOffset, v.byteLength);

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
