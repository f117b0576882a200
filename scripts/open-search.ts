import type { Config } from '../src/config.ts';
import { embedPassages } from '../src/knowledge/embeddings.ts';
import { loadExemplars } from '../src/knowledge/exemplars.ts';
import { loadPassages } from '../src/knowledge/load.ts';
import { neighboursOf } from '../src/knowledge/neighbours.ts';
import { loadEmbeddingModel } from '../src/models/transformers.ts';

/** What a fit is made on: the knowledge as it is now, embedded afresh, nothing kept between runs. */
export async function openSearch(config: Config) {
  const passages = await loadPassages(config.knowledgeDir);
  const exemplars = await loadExemplars(config.knowledgeDir);
  const model = await loadEmbeddingModel(config.embedding);
  const { embeddings } = await embedPassages([...passages, exemplars], model, null);
  return { passages, exemplars, neighbours: neighboursOf(passages), vectors: { embeddings, model } };
}
