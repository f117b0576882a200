/** What search needs of an embedding model. */
export interface EmbeddingModel {
  /** Names the model and all that changes its vectors; a new id means that passages are embedded again. */
  id: string;
  /** Unit vectors, one a text, in order. @throws Outage */
  embedPassages(texts: string[], onProgress?: (done: number) => void): Promise<Float32Array[]>;
  /** The unit vector of a question. @throws Outage */
  embedQuery(text: string): Promise<Float32Array>;
}

/** Cosine of two unit vectors of the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
