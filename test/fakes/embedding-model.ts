import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '../../src/knowledge/embedding.ts';
import { grams } from '../../src/knowledge/keywords.ts';

const dimension = 64;

/** A hashed bag of grams as unit vectors, which counts the texts it was given. */
export function fakeEmbeddingModel(id = 'fake'): EmbeddingModel & { embedded: string[] } {
  const embedded: string[] = [];
  const vector = (text: string): Float32Array => {
    const v = new Float32Array(dimension);
    for (const gram of grams(text)) v[createHash('md5').update(gram).digest()[0]! % dimension]! += 1;
    const norm = Math.hypot(...v) || 1;
    return v.map((x) => x / norm);
  };
  return {
    id,
    embedded,
    async embedPassages(texts, onProgress) {
      embedded.push(...texts);
      onProgress?.(texts.length);
      return texts.map(vector);
    },
    embedQuery: async (text) => vector(text),
  };
}
