import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { Outage, reasonOf } from '../errors.ts';
import type { EmbeddingModel } from '../knowledge/embedding.ts';

export interface TransformersSettings {
  /** A folder, or a hub name such as Xenova/bge-small-zh-v1.5. */
  model: string;
  dtype: 'fp32' | 'fp16' | 'q8' | 'q4';
  pooling: 'mean' | 'cls';
  /** Put before a question where a model wants it. */
  queryPrefix: string;
  /** For each request to the hub. */
  timeoutMs: number;
  /** HF_ENDPOINT: a mirror of the hub. */
  mirror: string | undefined;
  /** Where hub models are kept; outside node_modules, which `npm ci` wipes. */
  cacheDir: string;
}

const batchSize = 64;

/**
 * Loads an embedding model by the one transformers.js path, from a folder or from the hub.
 * @param onDownload file name and percentage, while a hub model is fetched
 * @throws Outage where the model cannot be had
 */
export async function loadEmbeddingModel(
  settings: TransformersSettings,
  onDownload: (file: string, percent: number) => void = () => {},
): Promise<EmbeddingModel> {
  const folder = await localFolder(settings.model);
  configure(settings, folder);
  let extract: FeatureExtractionPipeline;
  try {
    extract = await pipeline('feature-extraction', folder ? basename(folder) : settings.model, {
      dtype: settings.dtype,
      progress_callback: (event) => {
        if (event.status === 'progress' && !folder) onDownload(event.file, Math.round(event.progress));
      },
    });
  } catch (cause) {
    throw new Outage(`embedding model ${settings.model} cannot be loaded: ${reasonOf(cause)}`, { cause });
  }
  const embed = async (texts: string[]): Promise<Float32Array[]> => {
    try {
      const output = await extract(texts, { pooling: settings.pooling, normalize: true });
      const [rows, width] = output.dims as [number, number];
      const data = output.data as Float32Array;
      return Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width));
    } catch (cause) {
      throw new Outage(`embedding model ${settings.model} failed: ${reasonOf(cause)}`, { cause });
    }
  };
  return {
    id: await identity(settings, folder),
    async embedPassages(texts, onProgress) {
      const order = texts.map((_, index) => index).sort((a, b) => texts[a]!.length - texts[b]!.length);
      const out = new Array<Float32Array>(texts.length);
      for (let start = 0; start < order.length; start += batchSize) {
        const part = order.slice(start, start + batchSize);
        const vectors = await embed(part.map((index) => texts[index]!));
        for (const [i, index] of part.entries()) out[index] = vectors[i]!;
        onProgress?.(Math.min(order.length, start + batchSize));
      }
      return out;
    },
    embedQuery: async (text) => (await embed([settings.queryPrefix + text]))[0]!,
  };
}

async function localFolder(model: string): Promise<string | null> {
  const found = await stat(model).catch(() => null);
  return found?.isDirectory() ? resolve(model) : null;
}

function configure(settings: TransformersSettings, folder: string | null): void {
  env.cacheDir = settings.cacheDir;
  env.allowRemoteModels = folder === null;
  env.allowLocalModels = folder !== null;
  if (folder) env.localModelPath = dirname(folder);
  if (settings.mirror)
    env.remoteHost = settings.mirror.endsWith('/') ? settings.mirror : `${settings.mirror}/`;
  env.fetch = (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(settings.timeoutMs) });
}

async function identity(settings: TransformersSettings, folder: string | null): Promise<string> {
  const name = folder ? `${basename(folder)}@${await contentHash(folder)}` : settings.model;
  return [name, settings.dtype, settings.pooling].join(':');
}

/** A retrained model in the same folder must not be taken for the old one. */
async function contentHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const weights = (await readdir(join(folder, 'onnx'))).sort().map((file) => join('onnx', file));
  for (const file of ['config.json', 'tokenizer.json', ...weights]) {
    hash.update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
