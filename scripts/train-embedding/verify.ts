import { resolve } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { embed } from './embedding-bag.ts';
import { dot, type Matrix, rowOf } from './matrix.ts';
import type { Segment } from './segment.ts';

/** Rounding to int8 alone leaves a cosine above 0.9995. */
const LEAST_COSINE = 0.999;

/**
 * Reads the exported folder as the bot will, and compares its vectors of `texts` with those of the table. Returns
 * the lowest cosine; throws if the two differ by more than rounding.
 */
export async function verifyExport(
  directory: string,
  table: Matrix,
  segment: Segment,
  texts: readonly string[],
): Promise<number> {
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', resolve(directory), { dtype: 'q8' });
  const output = await extract([...texts], { pooling: 'mean', normalize: true });
  const exported: Matrix = { rows: texts.length, columns: table.columns, data: output.data as Float32Array };
  const { vectors } = embed(table, texts.map(segment));
  const cosines = texts.map((_, i) => dot(rowOf(exported, i), rowOf(vectors, i)));
  const failed = cosines.findIndex((cosine) => !(cosine >= LEAST_COSINE));
  if (failed >= 0) {
    const text = JSON.stringify(texts[failed]);
    throw new Error(`${directory} does not hold the trained vectors: cosine ${cosines[failed]} for ${text}`);
  }
  return Math.min(...cosines);
}
