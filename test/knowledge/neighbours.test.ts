import { expect, it } from 'vitest';
import { neighboursOf } from '../../src/knowledge/neighbours.ts';

const passage = (id: string, ...related: string[]) => ({ id, related });

it('makes neighbours of who names and who is named, each once', () => {
  const near = neighboursOf([passage('a', 'b', 'c'), passage('b', 'a'), passage('c'), passage('d')]);
  expect(near.map((each) => each.toSorted())).toEqual([[1, 2], [0], [0], []]);
});

it('passes over what is not there, and itself', () => {
  expect(neighboursOf([passage('a', 'a', 'gone')])).toEqual([[]]);
});
