import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lawDigest, lawDigests } from '../../../src/knowledge/law-digest.ts';
import { type Passage, sealPassage } from '../../../src/knowledge/passage.ts';
import { bindingsOf, checkBindings, countBoundness } from '../../../src/quiz/correction/binding.ts';
import { addBindings, readBindings } from '../../../src/quiz/correction/bindings-file.ts';
import { itemOf } from '../../fakes/items.ts';
import { folderOf } from '../../fakes/knowledge-folder.ts';

const passage = (article: number, rest: Partial<Passage> = {}): Passage =>
  sealPassage({
    id: `civil-code/${article}`,
    title: '法定婚龄',
    path: [],
    law: '民法典',
    article,
    basis: '《民法典》第一千零四十七条',
    asOf: '2021-01-01',
    gist: '男二十二，女二十。',
    text: '不得早于。',
    example: '',
    related: [],
    questions: [],
    card: null,
    ...rest,
  });
const items = [itemOf('a'), itemOf('b', { article: 1048 }), itemOf('c', { article: null })];
const files = [
  {
    file: 'b.yaml',
    bank: 'b',
    title: 't',
    asOf: '2021-01-01',
    items: items.map((item, i) => ({ item, line: i + 5 })),
  },
];
const digests = lawDigests([passage(1047), passage(1048)]);

it('changes with what a passage says of the law, and not with what only helps to find it', () => {
  const before = lawDigest(passage(1047));
  expect(
    lawDigest(passage(1047, { questions: ['几岁能结婚'], related: ['civil-code/1'], path: ['x'] })),
  ).toBe(before);
  for (const change of [
    { gist: '改' },
    { text: '改' },
    { example: '改' },
    { basis: '改' },
    { asOf: '2026-01-01' },
  ])
    expect(lawDigest(passage(1047, change))).not.toBe(before);
});

describe('bindings', () => {
  it('tell fresh items from those whose law has changed, whose article is another, and unbound ones', () => {
    const bindings = bindingsOf(items, digests);
    expect(checkBindings(files, bindings, digests)).toEqual([]);
    expect(countBoundness(items, bindings, digests)).toEqual({ fresh: 2, stale: 0, unbound: 0, gone: 0 });

    const changed = lawDigests([passage(1047, { gist: '改' }), passage(1048)]);
    const [finding] = checkBindings(files, bindings, changed);
    expect(finding).toMatchObject({ severity: 'warning', rule: 'stale', item: 'a', line: 5 });
    const moved = [{ ...files[0]!, items: [{ item: itemOf('b'), line: 7 }] }];
    expect(checkBindings(moved, bindings, digests)[0]!.message).toMatch(/against civil-code\/1048.*1047 now/);
    expect(checkBindings(files, new Map(), digests).map(({ severity }) => severity)).toEqual([
      'info',
      'info',
    ]);
    expect(countBoundness(items, bindings, lawDigests([passage(1048)]))).toMatchObject({ fresh: 1, gone: 1 });
  });

  it('are kept one a line, those of an installation over those of the project', async () => {
    const folder = await folderOf({});
    const [seedsDir, dataDir] = [join(folder, 'seeds'), join(folder, 'data')];
    expect(await readBindings({ seedsDir, dataDir })).toEqual(new Map());
    await addBindings(seedsDir, bindingsOf(items, digests));
    const again = bindingsOf([items[0]!], lawDigests([passage(1047, { text: '改' })]));
    await addBindings(dataDir, again);
    await addBindings(dataDir, bindingsOf([itemOf('z', { article: 1048 })], digests));
    const all = await readBindings({ seedsDir, dataDir });
    expect([...all.keys()].sort()).toEqual(['a', 'b', 'z']);
    expect(all.get('a')).toEqual(again.get('a'));
    const path = join(dataDir, 'banks', 'bindings.json');
    const source = await readFile(path, 'utf8');
    expect(source.split('\n')).toHaveLength(5);

    await writeFile(path, source.replace(/"z": .*/, '"z": {"passage":"p","digest":"short"}'));
    await expect(readBindings({ seedsDir, dataDir })).rejects.toThrow(/bindings\.json:3: z\.digest/);
    await writeFile(path, '{');
    await expect(addBindings(dataDir, again)).rejects.toThrow(/is not JSON/);
    expect(await readFile(path, 'utf8')).toBe('{');
  });
});
