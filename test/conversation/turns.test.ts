import { expect, it } from 'vitest';
import { createTurns } from '../../src/conversation/turns.ts';

function open() {
  const clock = { minutes: 0 };
  return { clock, turns: createTurns(() => new Date(clock.minutes * 60_000)) };
}
const turn = (question: string) => ({ question, passages: [] });

it('remembers the last turn of each person', () => {
  const { turns } = open();
  turns.remember('a', turn('一'));
  turns.remember('b', turn('二'));
  turns.remember('a', turn('三'));
  expect(turns.last('a')).toEqual(turn('三'));
  expect(turns.last('b')).toEqual(turn('二'));
  expect(turns.last('c')).toBeNull();
});

it('forgets after half an hour without a word, counted from the last', () => {
  const { turns, clock } = open();
  turns.remember('a', turn('一'));
  clock.minutes = 20;
  turns.remember('a', turn('二'));
  clock.minutes = 45;
  expect(turns.last('a')).toEqual(turn('二'));
  clock.minutes = 51;
  expect(turns.last('a')).toBeNull();
  clock.minutes = 0;
  expect(turns.last('a')).toBeNull();
});

it('forgets when told', () => {
  const { turns } = open();
  turns.remember('a', turn('一'));
  turns.forget('a');
  expect(turns.last('a')).toBeNull();
});

it('keeps a bounded number of people, the latest', () => {
  const { turns } = open();
  for (let n = 0; n < 10_050; n += 1) turns.remember(`p${n}`, turn('问'));
  expect(turns.last('p0')).toBeNull();
  expect(turns.last('p10049')).not.toBeNull();
});
