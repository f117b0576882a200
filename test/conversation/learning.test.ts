import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadPassages } from '../../src/knowledge/load.ts';
import { books } from '../../src/quiz/books.ts';
import { finishedSession } from '../fakes/quiz.ts';
import { releaseOf } from '../fakes/release.ts';
import { actionsOf, me, messageIn, openTalk, recordingCompose, wordsOf } from './fixtures.ts';

const knowledge = resolve(import.meta.dirname, '../../knowledge');

it('leads from /quiz to the path, to a book with its own cards, and into practice', async () => {
  const passages = await loadPassages(knowledge);
  const { say, press } = await openTalk({ release: releaseOf(passages) });
  expect(actionsOf(messageIn(await say('/quiz')))).toEqual(
    expect.arrayContaining(['command:learn', 'command:wrong']),
  );
  expect(await press('command:learn')).toEqual(await say('/learn'));
  for (const { number, title } of books) {
    const step = messageIn(await press(`learn:${number}`));
    const cards = actionsOf(step).find((action) => action.startsWith('book:'))!;
    expect(wordsOf(messageIn(await press(cards)))).toContain(title);
    expect(actionsOf(step)).toContain(`begin:${number}`);
  }
  expect(await press('learn:0')).toMatchObject([{ type: 'toast' }]);
  expect(await press('learn:8')).toMatchObject([{ type: 'toast' }]);
});

it('asks about an item as if its stem had been typed, its article named, and remembers it for follow-ups', async () => {
  const { asked, compose } = recordingCompose();
  const { press, say, store } = await openTalk({ release: releaseOf([]), compose });
  const answered = finishedSession('practice00', me.id, [true]);
  await store.add({ ...answered, items: [{ ...answered.items[0]!, item: 'cc2-004' }] }, null);
  expect(wordsOf(messageIn(await press('ask-item:cc2-004')))).toContain('相机的所有权什么时候转给小郑');
  expect(asked[0]![0]).toMatch(/^民法典第228条：老吴把相机卖给小郑/);
  await say('那要登记吗');
  expect(asked[1]![1]!.question).toBe(asked[0]![0]);
  expect(await press('ask-item:cc2-999')).toMatchObject([{ type: 'toast' }]);
  expect(asked).toHaveLength(2);
});

it('answers a question about an item with a way back to the practice under way', async () => {
  const { press } = await openTalk({ release: releaseOf([]) });
  const item = messageIn(await press('begin:2'));
  const choose = actionsOf(item).find((action) => /^(choose|toggle):/.test(action))!;
  const [kind, id] = choose.split(':') as [string, string];
  let feedback = messageIn(await press(choose));
  if (kind === 'toggle') {
    await press(`toggle:${id}:0:1`);
    feedback = messageIn(await press(`submit:${id}:0`));
  }
  const ask = actionsOf(feedback).find((action) => action.startsWith('ask-item:'))!;
  expect(actionsOf(messageIn(await press(ask))).at(-1)).toBe(`resume:${id}`);
});

it('opens an empty wrong-book with a way on', async () => {
  const { say, press } = await openTalk({ release: releaseOf([]) });
  const empty = messageIn(await say('/wrong'));
  expect(wordsOf(empty)).toContain('错题本里没有题');
  expect(actionsOf(empty)).toEqual(['command:learn', 'command:quiz']);
  expect(await press('review')).toMatchObject([{ type: 'toast' }]);
});
