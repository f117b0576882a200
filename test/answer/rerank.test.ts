import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../src/answer/language-model.ts';
import { loadPrompts } from '../../src/answer/prompts.ts';
import { rerank } from '../../src/answer/rerank.ts';
import { hitOf, passageOf } from './fixtures.ts';

const hits = [1, 2, 3, 4].map((n) =>
  hitOf(passageOf({ id: `civil-code/${n}`, article: n, title: `题目${n}` })),
);

async function reranked(reply: string) {
  const asked: string[] = [];
  const model: LanguageModel = {
    id: 'scripted',
    timeoutMs: 1000,
    complete: async ({ user }) => {
      asked.push(user);
      return reply;
    },
  };
  const prompts = await loadPrompts('prompts');
  const order = await rerank('问题，我的电话13812345678', hits, model, prompts, new AbortController().signal);
  return { order: order.map((hit) => hit.passage.article), asked: asked.join() };
}

describe('rerank', () => {
  it('follows the model and keeps what it left out behind, in the old order', async () => {
    expect((await reranked('{"order":["P3","P1"]}')).order).toEqual([3, 1, 2, 4]);
  });

  it('drops unknown and repeated tokens', async () => {
    expect((await reranked('```json\n{"order":["P9","P2","P2","civil-code/4","P0"]}\n```')).order).toEqual([
      2, 1, 3, 4,
    ]);
  });

  it.each(['', 'P3, P1', '{"order":"P3"}', '{"order":[3,1]}', '{'])(
    'keeps the first order for the reply %j',
    async (reply) => {
      expect((await reranked(reply)).order).toEqual([1, 2, 3, 4]);
    },
  );

  it('shows the model the candidates, and no personal number', async () => {
    const { asked } = await reranked('{}');
    expect(asked).toContain('[P2] 题目2');
    expect(asked).not.toContain('13812345678');
  });
});
