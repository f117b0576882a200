import { join } from 'node:path';
import type { EmbeddingModel } from './embedding.ts';
import { embedPassages } from './embeddings.ts';
import { readEmbeddings, writeEmbeddings } from './embeddings-file.ts';
import { loadExemplars } from './exemplars.ts';
import { loadPassages } from './load.ts';
import { type Passage, shortHash } from './passage.ts';
import { createSearch, type Search } from './search.ts';

/** A searchable state of the knowledge, immutable once built. */
export interface Release {
  /** Changes when any passage or the model changes. */
  id: string;
  passages: Passage[];
  passage(id: string): Passage | undefined;
  search: Search;
  /** Null where search goes by keywords alone. */
  model: string | null;
  embedded: number;
  kept: number;
  builtAt: Date;
}

/**
 * Reads the knowledge and makes it searchable; vectors are kept in `dataDir` between runs.
 * @throws BadInput where a knowledge file is malformed; the caller keeps the release it has
 * @throws Outage where the model fails
 */
export async function buildRelease(options: {
  knowledgeDir: string;
  dataDir: string;
  model: EmbeddingModel | null;
  now: () => Date;
  onProgress?: (done: number, total: number) => void;
}): Promise<Release> {
  const passages = await loadPassages(options.knowledgeDir);
  const exemplars = await loadExemplars(options.knowledgeDir);
  const file = join(options.dataDir, 'embeddings.bin');
  const searched = [...passages, exemplars];
  const built =
    options.model &&
    (await embedPassages(searched, options.model, await readEmbeddings(file), options.onProgress));
  if (built && built.missing.length > 0) await writeEmbeddings(file, built.embeddings);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const embedded = built?.missing.filter((passage) => byId.has(passage.id)).length ?? 0;
  return {
    id: shortHash(searched.map((p) => p.digest).join() + options.model?.id, 12),
    passages,
    passage: (id) => byId.get(id),
    search: createSearch(
      passages,
      exemplars,
      built && options.model ? { embeddings: built.embeddings, model: options.model } : null,
    ),
    model: options.model?.id ?? null,
    embedded,
    kept: built ? passages.length - embedded : 0,
    builtAt: options.now(),
  };
}
