import { expect, it } from 'vitest';
import { evaluateRetrieval } from '../../src/evaluation/retrieval.ts';
import type { Search } from '../../src/knowledge/search.ts';
import { hitOf, passageOf } from '../answer/fixtures.ts';

const article = (n: number) => hitOf(passageOf({ id: `civil-code/${n}`, article: n }));
const other = (law: string, n: number | null) => hitOf(passageOf({ id: 'guide/a/b', law, article: n }));
/** Finds what the question lists. */
const search: Search = async (query) =>
  query
    .split(' ')
    .map((word) =>
      word === 'x' ? other('公证法', 1) : word === 'y' ? other('民法典', null) : article(Number(word)),
    );

it('ranks distinct Civil Code articles in the order of their first hit', async () => {
  const { lines, figures } = await evaluateRetrieval(
    [
      { id: 'a', question: 'x 7 y 8 7', articles: [8] },
      { id: 'b', question: '5 6', articles: [5] },
    ],
    search,
  );
  expect(lines).toEqual([
    { id: 'a', articles: [7, 8] },
    { id: 'b', articles: [5, 6] },
  ]);
  expect(figures).toMatchObject({ questions: 2, recallAt1: 0.5, recallAt5: 1, mrrAt10: 0.75 });
  expect(figures.p99Ms).toBeGreaterThanOrEqual(figures.p50Ms);
});

it('gives at most 100 articles', async () => {
  const question = Array.from({ length: 150 }, (_, i) => i + 1).join(' ');
  const { lines } = await evaluateRetrieval([{ id: 'a', question, articles: [1] }], search);
  expect(lines[0]?.articles).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

it('tells its progress and measures nothing of nothing', async () => {
  const seen: number[] = [];
  await evaluateRetrieval([{ id: 'a', question: '1', articles: [1] }], search, (done, total) =>
    seen.push(done, total),
  );
  expect(seen).toEqual([1, 1]);
  expect((await evaluateRetrieval([], search)).figures).toMatchObject({
    questions: 0,
    recallAt1: 0,
    p50Ms: 0,
  });
});
