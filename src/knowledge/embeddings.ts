import type { EmbeddingModel } from './embedding.ts';
import { type Passage, passageText } from './passage.ts';

/** The vectors of one passage: of its text, and of each question. */
export interface PassageVectors {
  text: Float32Array;
  questions: Float32Array[];
}

/** The vectors of a release, by passage digest, and the model that made them. */
export interface Embeddings {
  model: string;
  byDigest: Map<string, PassageVectors>;
}

/** What is embedded for a passage, its text first. */
function embeddedTexts(passage: Passage): string[] {
  const headings = [...passage.path.slice(1), passage.title].join(' ');
  return [`${headings} ${passageText(passage)}`, ...passage.questions];
}

/**
 * Vectors for all passages: what `previous` holds for the same digest and model is kept, the missing rest is embedded.
 * @throws Outage where the model fails
 */
export async function embedPassages(
  passages: Passage[],
  model: EmbeddingModel,
  previous: Embeddings | null,
  onProgress?: (done: number, total: number) => void,
): Promise<{ embeddings: Embeddings; missing: Passage[] }> {
  const byDigest = new Map<string, PassageVectors>();
  const missing: Passage[] = [];
  for (const passage of passages) {
    const known = previous?.model === model.id ? previous.byDigest.get(passage.digest) : undefined;
    if (known) byDigest.set(passage.digest, known);
    else missing.push(passage);
  }
  const texts = missing.map(embeddedTexts);
  const flat = texts.flat();
  const vectors =
    flat.length === 0 ? [] : await model.embedPassages(flat, (done) => onProgress?.(done, flat.length));
  let at = 0;
  for (const [i, passage] of missing.entries()) {
    const count = texts[i]!.length;
    byDigest.set(passage.digest, { text: vectors[at]!, questions: vectors.slice(at + 1, at + count) });
    at += count;
  }
  return { embeddings: { model: model.id, byDigest }, missing };
}
