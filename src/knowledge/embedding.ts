/** What search needs of an embedding model. */
export interface EmbeddingModel {
  /** Names the model and all that changes its vectors; a new id means that passages are embedded again. */
  id: string;
  /** Unit vectors, one a text, in order. @throws Outage */
  embedPassages(texts: string[], onProgress?: (done: number) => void): Promise<Float32Array[]>;
  /** The unit vector of a question. @throws Outage */
  embedQuery(text: string): Promise<Float32Array>;
}
