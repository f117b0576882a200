import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportModel } from '../../../scripts/train-embedding/export.ts';
import { createSegmenter } from '../../../scripts/train-embedding/segment.ts';
import { verifyExport } from '../../../scripts/train-embedding/verify.ts';
import { parseVocabulary } from '../../../scripts/train-embedding/vocabulary.ts';
import { randomRows } from './gradient-check.ts';

const vocabulary = parseVocabulary(['合\t9', '同\t8', '合同\t7', '违约\t3', 'a\t1'], 'tiny');
const table = {
  rows: 5,
  columns: 3,
  data: Float32Array.from([9, 9, 9, 8, 8, 8, 3, 4, 0, 0, -2, 0, 0, 0, 1]),
};
const segment = createSegmenter(vocabulary);

describe('exportModel', () => {
  let folder: string;
  let vectorOf: (text: string) => Promise<number[]>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedding-'));
    await exportModel(folder, vocabulary, table);
    env.allowRemoteModels = false;
    const extract = await pipeline('feature-extraction', folder, { dtype: 'q8' });
    vectorOf = async (text) => [...(await extract(text, { pooling: 'mean', normalize: true })).data];
  });

  it.each([
    ['合同', [0.6, 0.8, 0]],
    ['违约', [0, -1, 0]],
    ['合同违约违约违约', [0.8321, -0.5547, 0]],
    ['Ａ', [0, 0, 1]],
    ['合同，？！', [0.6, 0.8, 0]],
  ])('writes what the pipeline reads: %s', async (text, expected) => {
    const vector = await vectorOf(text);
    expect(vector).toHaveLength(3);
    expected.forEach((number, k) => {
      expect(vector[k]).toBeCloseTo(number, 2);
    });
  });

  it('gives a unit vector even for a text of unknown characters alone', async () => {
    expect(Math.hypot(...(await vectorOf('？')))).toBeCloseTo(1, 5);
  });

  it('is verified against its table', async () => {
    const texts = ['合同违约', '合a同', '同，违约'];
    expect(await verifyExport(folder, table, segment, texts)).toBeGreaterThan(0.999);
    await expect(verifyExport(folder, randomRows(5, 3, 1), segment, texts)).rejects.toThrow(
      /cosine .*合同违约/,
    );
  });
});
