import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Outage } from '../../src/errors.ts';
import { loadEmbeddingModel } from '../../src/models/transformers.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const bundled = resolve(import.meta.dirname, '../../models/mingbai-embedding');

async function load(over: Partial<Parameters<typeof loadEmbeddingModel>[0]> = {}) {
  return loadEmbeddingModel({
    model: bundled,
    dtype: 'q8',
    pooling: 'mean',
    queryPrefix: '',
    timeoutMs: 1000,
    mirror: undefined,
    cacheDir: await folderOf({}),
    ...over,
  });
}

describe('the model in a folder', () => {
  const texts = [
    '租房押金不退怎么办',
    '离婚',
    '父母没有留下遗嘱，几个孩子怎么分遗产，先还债吗',
    'hello',
    '押金',
  ];

  it('gives a unit vector for each text, in order whatever their lengths, and the same again', async () => {
    const model = await load();
    const done: number[] = [];
    const vectors = await model.embedPassages(texts, (n) => done.push(n));
    expect(done.at(-1)).toBe(texts.length);
    for (const [i, vector] of vectors.entries()) {
      expect(dot(vector, vector)).toBeCloseTo(1, 4);
      const alone = await model.embedQuery(texts[i]!);
      expect(dot(vector, alone)).toBeGreaterThan(0.999);
      for (const [j, other] of vectors.entries()) if (i !== j) expect(dot(other, alone)).toBeLessThan(0.99);
    }
    const again = await (await load()).embedPassages(texts);
    expect(again).toEqual(vectors);
  });

  it('keeps the order over more texts than a batch takes', async () => {
    const model = await load();
    const many = Array.from({ length: 150 }, (_, i) => texts[i % texts.length]!.repeat(1 + (i % 3)));
    const vectors = await model.embedPassages(many);
    for (const i of [0, 63, 64, 100, 149]) {
      expect(dot(vectors[i]!, await model.embedQuery(many[i]!))).toBeGreaterThan(0.999);
    }
  });

  it('finds what means the same nearer than what does not', async () => {
    const model = await load();
    const question = await model.embedQuery('房东不退押金');
    const [near, far] = await model.embedPassages(['租赁期满出租人应当返还押金', '收养人应当年满三十周岁']);
    expect(dot(question, near!)).toBeGreaterThan(dot(question, far!) + 0.1);
  });

  it('puts the prefix before questions only', async () => {
    const plain = await load();
    const prefixed = await load({ queryPrefix: '查询：' });
    const [passage] = await prefixed.embedPassages(['离婚']);
    expect(passage).toEqual((await plain.embedPassages(['离婚']))[0]);
    expect(await prefixed.embedQuery('离婚')).toEqual(await plain.embedQuery('查询：离婚'));
  });

  it('embeds nothing, and text without a known letter', async () => {
    const model = await load();
    expect(await model.embedPassages([])).toEqual([]);
    expect((await model.embedQuery('🙂')).every(Number.isFinite)).toBe(true);
  });

  it('has an id that tells models and settings apart', async () => {
    const ids = await Promise.all([load(), load(), load({ pooling: 'cls' })]);
    expect(ids[0]!.id).toBe(ids[1]!.id);
    expect(ids[0]!.id).not.toBe(ids[2]!.id);
    expect(ids[0]!.id).toMatch(/^mingbai-embedding@/);
  });

  it('is an outage where the folder holds none', async () => {
    await expect(load({ model: await folderOf({ 'config.json': '{"model_type":"bert"}' }) })).rejects.toThrow(
      Outage,
    );
    await expect(load({ model: await folderOf({}) })).rejects.toThrow(Outage);
  });
});

/** An address at which nobody listens. */
async function refused(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** A server that takes every request and says nothing. */
async function silent(): Promise<string> {
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the model of a hub', () => {
  it.each([
    ['refuses', refused],
    ['is silent', silent],
  ])('is an outage soon where the mirror %s', async (_, address) => {
    const mirror = await address();
    const began = performance.now();
    await expect(load({ model: 'mingbai-test/no-such-model', mirror, timeoutMs: 200 })).rejects.toThrow(
      /mingbai-test\/no-such-model/,
    );
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
