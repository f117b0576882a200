import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Embeddings } from '../../src/knowledge/embeddings.ts';
import { readEmbeddings, writeEmbeddings } from '../../src/knowledge/embeddings-file.ts';
import { folderOf } from '../fakes/knowledge-folder.ts';

const row = (dimension: number) =>
  fc.float32Array({ minLength: dimension, maxLength: dimension, noNaN: true });
const embeddings: fc.Arbitrary<Embeddings> = fc.integer({ min: 1, max: 5 }).chain((dimension) =>
  fc.record({
    model: fc.string({ unit: 'grapheme' }),
    byDigest: fc
      .uniqueArray(fc.tuple(fc.string(), row(dimension), fc.array(row(dimension), { maxLength: 3 })), {
        selector: ([digest]) => digest,
        maxLength: 6,
      })
      .map((entries) => new Map(entries.map(([digest, text, questions]) => [digest, { text, questions }]))),
  }),
);

it('reads what was written, to the bit', async () => {
  const folder = await folderOf({});
  const file = join(folder, 'deep/embeddings.bin');
  await fc.assert(
    fc.asyncProperty(embeddings, async (given) => {
      await writeEmbeddings(file, given);
      expect(await readEmbeddings(file)).toEqual(given);
    }),
    { numRuns: 50 },
  );
  expect(await readdir(join(folder, 'deep'))).toEqual(['embeddings.bin']);
});

it('takes a file that is cut or changed in its header for none', async () => {
  const file = join(await folderOf({}), 'embeddings.bin');
  await writeEmbeddings(file, {
    model: 'm',
    byDigest: new Map([['d', { text: Float32Array.of(1, 0), questions: [Float32Array.of(0, 1)] }]]),
  });
  const whole = await readFile(file);
  for (let length = 0; length < whole.length; length += 1) {
    await writeFile(file, whole.subarray(0, length));
    expect(await readEmbeddings(file), `${length} bytes`).toBeNull();
  }
  for (const [from, to] of [
    ['"version":1', '"version":2'],
    ['"dimension":2', '"dimension":3'],
    ['"model":"m"', '"model":123'],
  ] as const) {
    await writeFile(file, Buffer.from(whole.toString('latin1').replace(from, to), 'latin1'));
    expect(await readEmbeddings(file), to).toBeNull();
  }
  await writeFile(file, Buffer.concat([Buffer.of(255, 255, 255, 255), whole]));
  expect(await readEmbeddings(file)).toBeNull();
});

it('finds none where there is no file', async () => {
  expect(await readEmbeddings(join(await folderOf({}), 'none.bin'))).toBeNull();
});
